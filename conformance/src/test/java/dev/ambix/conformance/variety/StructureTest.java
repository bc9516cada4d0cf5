package dev.ambix.conformance.variety;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.variety.Kinds.Mood;
import dev.ambix.conformance.variety.Kinds.Settings;
import dev.ambix.error.CheckViolation;
import dev.ambix.error.ValueRejected;
import dev.ambix.query.Condition;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import dev.ambix.testing.Engine;
import dev.ambix.testing.Statements;
import dev.ambix.type.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What stands in one column and has something inside: JSON, arrays, and names of the database's
/// own types.
@EveryEngine
class StructureTest {
  private static Kinds with(Settings settings) {
    var it = new Kinds();
    it.settings = settings;
    return it;
  }

  private static Kinds with(List<String> texts) {
    var it = new Kinds();
    it.texts = texts;
    return it;
  }

  private static List<Kinds> found(Session db, Condition condition) {
    return db.select(Kinds.class).where(condition).list();
  }

  @Nested
  class Json {
    @Test
    @AllowRepeats
    void isAskedForWhatIsInside(Session db) {
      var most = db.add(with(KindsJson.most()));
      db.add(with(KindsJson.least()));
      db.add(new Kinds());
      var settings = Kinds_.settings;
      for (var condition :
          List.of(
              settings.text("place", "city").eq("\uD83D\uDE00"),
              settings.text("tags", "1").eq("NULL"),
              settings.text("places", "b", "city").startsWith("Be"),
              settings.text("place", "city").isNotNull(),
              settings.number("size").gt(1.0),
              settings.number("size").plus(1.0).gt(1.0),
              settings.at(Type.BOOLEAN, "dark").eq(true),
              settings.at(Type.LONG, "big").eq(Long.MAX_VALUE),
              settings.at(Type.INSTANT, "since").gt(Instant.EPOCH),
              settings.at(Type.UUID, "place", "id").eq(new UUID(0, 1)),
              settings.at(Type.enumeration(Month.class), "month").in(List.of(Month.MAY)))) {
        assertThat(found(db, condition)).as("%s", condition).containsExactly(most);
      }
      assertThat(found(db, settings.text("o'x", "none").isNotNull())).isEmpty();
    }

    @Test
    void isOrderedByWhatIsInside(Session db) {
      var most = db.add(with(KindsJson.most()));
      var least = db.add(with(KindsJson.least()));

      assertThat(db.select(Kinds.class).orderBy(Kinds_.settings.text("name").asc()).list())
          .containsExactly(least, most);
    }

    @Test
    void refusesAPathThatNoEngineReads() {
      for (var step : List.of("a\"b", "a\\b", "\n")) {
        assertRefused("JsonPath", () -> Kinds_.settings.text("place", step));
      }
    }

    @Test
    void isUpdatedWhenItChangedInPlace(Session db, Statements statements) {
      var it = new Kinds();
      it.numbers = new java.util.HashMap<>();
      it.texts = new java.util.ArrayList<>();
      db.add(it);
      db.flush();
      statements.clear();
      it.numbers.put("a", List.of(1));
      it.texts.add("x");
      db.flush();

      statements.expectTexts("update kinds set texts = ?, numbers = ? where");
    }

    @Test
    void passesOverPropertiesThatTheRecordLacks(Session db) {
      var it = db.add(with(KindsJson.least()));
      db.sql(
              "update kinds set settings = '{\"later\": [1, {\"a\": null}], \"name\": \"n\","
                  + " \"dark\": true, \"ratio\": 1e2, \"big\": 2, \"letter\": \"x\", \"tags\": [],"
                  + " \"places\": {}, \"size\": null}'")
          .execute();
      db.refresh(it);

      assertThat(it.settings)
          .extracting(Settings::name, Settings::ratio)
          .containsExactly("n", 100.0);
      assertThat(it.settings).extracting(Settings::size).isNull();
    }

    @Test
    void saysWhatDoesNotFit(Database database) {
      database.write(db -> db.add(with(KindsJson.least())));
      database.write(
          db -> db.sql("update kinds set settings = '{\"name\": \"n\", \"dark\": 1}'").execute());
      assertRefused("JsonMismatch", () -> read(database))
          .hasMessageContaining("Settings.dark: ")
          .hasMessageContaining("got a number, expected a truth value");

      database.write(db -> db.sql("update kinds set settings = '{\"name\": \"n\"}'").execute());
      assertRefused("JsonMismatch", () -> read(database))
          .hasMessageContaining("Settings.dark: ")
          .hasMessageContaining("got none, expected a value");
    }

    private List<Kinds> read(Database database) {
      return database.read(db -> db.select(Kinds.class).list());
    }
  }

  @Nested
  class Lists {
    @Test
    @AllowRepeats
    void areAskedForTheirElements(Session db) {
      var none = db.add(with(List.of()));
      var both = db.add(with(List.of("a", "b\"")));
      db.add(new Kinds());
      var texts = Kinds_.texts;

      assertThat(found(db, texts.contains("b\""))).containsExactly(both);
      assertThat(found(db, texts.containsAll(List.of("b\"", "a")))).containsExactly(both);
      assertThat(found(db, texts.containsAll(List.of("a", "c")))).isEmpty();
      assertThat(found(db, texts.containsAll(List.of()))).containsExactlyInAnyOrder(none, both);
      assertThat(found(db, texts.overlaps(List.of("c", "a")))).containsExactly(both);
      assertThat(found(db, texts.overlaps(List.of()))).isEmpty();
      assertThat(found(db, texts.contains("a").not())).containsExactly(none);
      assertThat(found(db, texts.length().eq(2))).containsExactly(both);
      assertThat(found(db, texts.length().lt(1))).containsExactly(none);
      assertThat(found(db, texts.isNull())).hasSize(1);
    }

    @Test
    void ofEveryTypeAreAskedForTheirElements(Session db) {
      var it = new Kinds();
      it.bools = List.of(true);
      it.int64s = List.of(Long.MAX_VALUE);
      it.float64s = List.of(0.1);
      it.uuids = List.of(new UUID(1, 2));
      it.months = List.of(Month.MAY);
      db.add(it);
      var condition =
          Condition.all(
              Kinds_.bools.contains(true),
              Kinds_.bools.contains(false).not(),
              Kinds_.int64s.contains(Long.MAX_VALUE),
              Kinds_.float64s.overlaps(List.of(0.1, 0.2)),
              Kinds_.uuids.contains(new UUID(1, 2)),
              Kinds_.months.contains(Month.MAY));

      assertThat(found(db, condition)).containsExactly(it);
    }

    @Test
    void holdNoNull(Database database) {
      assertFails(
          ValueRejected.class, () -> database.write(db -> db.add(with(Arrays.asList("a", null)))));
      assertFails(
          ValueRejected.class, () -> database.write(db -> db.add(with(List.of("a\u0000")))));
    }
  }

  @Nested
  class NativeEnums {
    @Test
    void areTypesOfPostgresOrderedAsDeclared(Session db, Engine engine) {
      for (var mood : Mood.values()) {
        db.add(new Kinds()).mood = mood;
      }
      var moods =
          db.select(Kinds.class).orderBy(Kinds_.mood.asc()).list().stream()
              .map(it -> it.mood)
              .toList();
      if (engine == Engine.POSTGRESQL) {
        assertThat(moods).containsExactly(Mood.values());
        assertThat(db.sql("select min(pg_typeof(mood)::text) from kinds").optional(String.class))
            .contains("mood");
      } else {
        assertThat(moods).containsExactly(Mood.HAPPY, Mood.MEH, Mood.SAD);
      }
    }

    @Test
    void takeNoOtherName(Database database, Engine engine) {
      database.write(db -> db.add(new Kinds()));
      ThrowingCallable odd =
          () -> database.write(db -> db.sql("update kinds set mood = 'ODD'").execute());
      if (engine == Engine.SQLITE) {
        assertFails(CheckViolation.class, odd);
      } else {
        assertFails(ValueRejected.class, odd);
      }
    }

    @Test
    void areMadeOnce(Database database) {
      database.createAll();
      var it = new Kinds();
      it.mood = Mood.MEH;
      database.write(db -> db.add(it));

      assertThat(database.read(db -> db.get(Kinds.class, it.id)).mood).isEqualTo(Mood.MEH);
    }
  }

  @Nested
  class Projections {
    @Test
    void readThem(Session db) {
      var it = with(KindsJson.least());
      it.letter = '\u00E9';
      it.wideInteger = BigInteger.TEN.pow(50);
      it.yearMonth = YearMonth.of(2026, 11);
      it.mood = Mood.SAD;
      it.texts = List.of("a", "");
      db.add(it);
      var card =
          new KindsCard(0, it.letter, it.wideInteger, it.yearMonth, it.mood, it.texts, it.settings);
      var row =
          new KindsRow(it.letter, it.wideInteger, it.yearMonth, it.mood, it.texts, it.settings);

      assertThat(db.select(KindsCard.class).list())
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
          .containsExactly(card);
      assertThat(db.sql("select * from kinds").list(KindsRow.class)).containsExactly(row);
    }
  }
}
