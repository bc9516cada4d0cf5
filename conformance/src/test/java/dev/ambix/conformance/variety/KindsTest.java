package dev.ambix.conformance.variety;

import static dev.ambix.conformance.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.error.ValueRejected;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import dev.ambix.testing.Engine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Values at the limits of every type, by every way into the database and out of it.
@EveryEngine
class KindsTest {
  @Nested
  class Values {
    @Test
    void comeBackEqual(Database database) {
      for (var each : KindsValues.all()) {
        for (var given : each.objects()) {
          database.write(db -> db.add(given));
          assertThat(read(database, given.id))
              .as("%s", each.column().attribute().name())
              .usingRecursiveComparison()
              .isEqualTo(given);
        }
      }
    }

    @Test
    void comeBackEqualFromOneInsertOfMany(Database database) {
      var given = new ArrayList<Kinds>();
      KindsValues.all().forEach(each -> given.addAll(each.objects()));
      given.add(new Kinds());
      database.write(db -> db.insert(given));
      var read = database.read(db -> db.select(Kinds.class).orderBy(Kinds_.id.asc()).list());

      assertThat(read).usingRecursiveComparison().ignoringFields("id").isEqualTo(given);
    }

    @Test
    void areUpsertedAndUpdated(Database database) {
      for (var each : KindsValues.all()) {
        var given = new Kinds();
        database.write(db -> db.add(given));
        for (var next : each.objects()) {
          next.id = given.id;
          database.write(db -> db.upsert(next).execute());
          assertThat(read(database, given.id))
              .as("%s", each.column().attribute().name())
              .usingRecursiveComparison()
              .isEqualTo(next);
        }
        updates(database, given.id, each);
      }
    }

    @Test
    @AllowRepeats
    void areFoundByEqAndIn(Session db) {
      for (var each : KindsValues.all()) {
        areFound(db, each);
      }
    }

    @Test
    @AllowRepeats
    void areOrderedAlike(Session db) {
      for (var each : KindsValues.all()) {
        if (each.order().isPresent()) {
          var given = each.objects();
          given.reversed().forEach(db::add);
          assertThat(
                  db.select(Kinds.class)
                      .where(each.column().isNotNull())
                      .orderBy(each.order().get())
                      .list())
              .as("%s", each.column().attribute().name())
              .containsExactlyElementsOf(given);
        }
      }
    }

    @Test
    void thatDidNotChangeCostNoSql(Database database) {
      for (var each : KindsValues.all()) {
        database.write(db -> each.objects().forEach(db::add));
      }
      database.write(db -> {
        var all = db.select(Kinds.class).list();
        db.flush();
        assertThat(all).isNotEmpty();
        assertThat(db.select(Kinds.class).list()).isEqualTo(all);
      });
    }
  }

  @Nested
  class Rejected {
    @Test
    void isWhatNoColumnKeeps(Database database) {
      rejects(database, it -> it.text = "a\u0000b");
      rejects(database, it -> it.text = "\uD83D");
      rejects(database, it -> it.varchar = "12345");
      rejects(database, it -> it.character = '\u0000');
      rejects(database, it -> it.character = '\uD83D');
      rejects(database, it -> it.instant = Instant.MAX);
      rejects(database, it -> it.instant = Instant.parse("-0001-12-31T23:59:59Z"));
      rejects(database, it -> it.date = LocalDate.MAX);
      rejects(database, it -> it.date = LocalDate.of(-1, 12, 31));
      rejects(database, it -> it.duration = Duration.ofSeconds(Long.MAX_VALUE));
      rejects(database, it -> it.duration = Duration.ofSeconds(Long.MIN_VALUE));
      rejects(database, it -> it.yearMonth = YearMonth.of(10_000, 1));
      rejects(database, it -> it.locale = Locale.of("", "", "odd variant"));
      rejects(database, it -> it.decimal = new BigDecimal("1000000000"));
      rejects(database, it -> it.decimal = new BigDecimal("1e999999999"));
      rejects(database, it -> it.wideDecimal = new BigDecimal("1e30"));
      rejects(database, it -> it.integer = BigInteger.TEN.pow(15));
      rejects(database, it -> it.wideInteger = BigInteger.TEN.pow(60));
    }

    @Test
    void isANumberReadThatItsTypeDoesNotHold(Database database, Session db) {
      assertFails(
          ValueRejected.class,
          () -> database.read(other -> other.sql("select 70000").list(Short.class)));
      assertFails(
          ValueRejected.class,
          () -> database.read(other -> other.sql("select 300").list(Byte.class)));
      assertThat(db.sql("select -32768").optional(Short.class)).contains(Short.MIN_VALUE);
      assertThat(db.sql("select 127").optional(Byte.class)).contains(Byte.MAX_VALUE);
    }

    private void rejects(Database database, Consumer<Kinds> change) {
      var it = new Kinds();
      change.accept(it);
      assertFails(ValueRejected.class, () -> database.write(db -> db.add(it)));
    }
  }

  @Nested
  class NotANumber {
    @Test
    void isKeptByPostgresAndRejectedBySqlite(Database database, Engine engine) {
      var it = new Kinds();
      it.float32 = Float.NaN;
      it.float64 = Double.NaN;
      if (engine == Engine.SQLITE) {
        assertFails(ValueRejected.class, () -> database.write(db -> db.add(it)));
      } else {
        database.write(db -> db.add(it));
        assertThat(read(database, it.id).float32).isNaN();
        assertThat(read(database, it.id).float64).isNaN();
      }
    }
  }

  private static Kinds read(Database database, long id) {
    return database.read(db -> db.get(Kinds.class, id));
  }

  private static <T> void areFound(Session db, KindsValues<T> each) {
    for (var value : each.values()) {
      var given = db.add(each.object(value));
      assertThat(db.select(Kinds.class).where(each.column().eq(value)).list())
          .as("%s", each.column().attribute().name())
          .containsExactly(given);
      assertThat(db.select(Kinds.class).where(each.column().in(List.of(value, value))).list())
          .containsExactly(given);
    }
    assertThat(db.select(Kinds.class).where(each.column().in(many(each.values()))).list())
        .as("%s", each.column().attribute().name())
        .hasSameSizeAs(each.values());
  }

  /// So many that SQLite takes the list as one array.
  private static <T> List<T> many(List<T> values) {
    var many = new ArrayList<T>();
    while (many.size() < 300) {
      many.addAll(values);
    }
    return many;
  }

  private static <T> void updates(Database database, long id, KindsValues<T> each) {
    for (var value : each.values()) {
      database.write(
          db -> db.update(Kinds.class).set(each.column(), value).where(Kinds_.id.eq(id)).execute());
      assertThat(each.getter().apply(read(database, id)))
          .as("%s", each.column().attribute().name())
          .usingRecursiveComparison()
          .isEqualTo(value);
    }
  }
}
