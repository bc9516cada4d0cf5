package dev.ambix.conformance.variety;

import static dev.ambix.conformance.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.error.ForeignKeyViolation;
import dev.ambix.error.ValueRejected;
import dev.ambix.query.Condition;
import dev.ambix.query.Order;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Statements;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Every type of attribute, and keys that the database checks late.
@EveryEngine
class VarietyTest {
  @Nested
  class Values {
    @Test
    void comeBackEqual(Database database) {
      for (var given : List.of(smallest(), greatest(), new Everything())) {
        database.write(db -> db.add(given));
        Everything read = database.read(db -> db.get(Everything.class, given.id));

        assertThat(read).isNotSameAs(given).usingRecursiveComparison().isEqualTo(given);
      }
    }

    @Test
    void areAskedForByEachOfThem(Session db) {
      var all = db.add(greatest());
      db.add(new Everything());
      for (var condition : conditions(all)) {
        assertThat(db.select(Everything.class).where(condition).list())
            .as("%s", condition)
            .containsExactly(all);
      }
    }

    @Test
    void costNoSqlWhenTheyDidNotChange(Session db, Statements statements) {
      db.add(smallest());
      db.add(greatest());
      db.add(new Everything());
      db.flush();
      statements.clear();
      db.flush();

      assertThat(statements.all()).isEmpty();
    }

    @Test
    void areUpdatedOneByOne(Session db, Statements statements) {
      var it = db.add(greatest());
      db.flush();
      statements.clear();
      it.bytes[0] = 9;
      it.duration = null;
      db.flush();

      statements.expectTexts("update everything set version = ?, bytes = ?, duration = ? where");
      assertThat(it.version).isEqualTo(1);
    }

    @Test
    void areOrderedAlikeOnEveryEngine(Session db) {
      var least = db.add(smallest());
      var most = db.add(greatest());
      for (var order : orders()) {
        assertThat(db.select(Everything.class).orderBy(order).list())
            .as("%s", order.expression().node())
            .containsExactly(least, most);
      }
    }

    @Test
    void ofRowsThatAreNotNullContinuePages(Session db) {
      var least = db.add(smallest());
      var most = db.add(greatest());
      for (var order :
          List.of(
              Everything_.tiny.asc(),
              Everything_.small.asc(),
              Everything_.middle.asc(),
              Everything_.big.asc(),
              Everything_.single.asc(),
              Everything_.twice.asc())) {
        var query = db.select(Everything.class).orderBy(order);
        var first = query.page(1, null);
        assertThat(first.items()).containsExactly(least);
        assertThat(query.page(1, first.next()).items()).containsExactly(most);
      }
    }

    @Test
    void ofALongVersionAreCountedByEveryVerb(Session db) {
      var it = db.add(greatest());
      db.flush();
      db.update(Everything.class).set(Everything_.middle, 7).where(Condition.all()).execute();
      assertThat(it.version).isEqualTo(1);
      var same = smallest();
      same.id = it.id;
      db.upsert(same).execute();

      assertThat(it.version).isEqualTo(2);
      assertThat(it.middle).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void beyondAYearThatEveryEngineKeepsAreRejected(Session db) {
      var it = db.add(new Everything());
      it.date = LocalDate.of(10_000, 1, 1);

      assertFails(ValueRejected.class, db::flush);
    }
  }

  @Nested
  class DeferredKeys {
    @Test
    void needNoOrderAndNoNull(Session db, Statements statements) {
      var one = db.add(new Twin());
      var two = db.add(new Twin());
      one.other(two.id());
      two.other(one.id());
      db.flush();
      db.remove(one);
      db.remove(two);
      db.flush();

      statements.expectTexts("insert into twins", "delete from twins");
    }

    @Test
    @Committed
    void areCheckedAtTheCommitWhichLeavesNothing(Database database) {
      var seen = new ArrayList<String>();
      try (var db = database.open()) {
        db.add(new Twin()).other(UUID.randomUUID());
        db.flush();
        db.afterCommit(() -> seen.add("committed"));
        assertFails(ForeignKeyViolation.class, db::commit);
        assertThat(database.pool().active()).isZero();

        assertThat(db.select(Twin.class).list()).isEmpty();
        db.commit();
      }
      assertThat(seen).isEmpty();
      assertThat(Shop.count(database, Twin.class)).isZero();
    }
  }

  private static List<Order> orders() {
    return List.of(
        Everything_.maybeTiny.asc(),
        Everything_.maybeSmall.asc(),
        Everything_.maybeMiddle.asc(),
        Everything_.maybeBig.asc(),
        Everything_.maybeSingle.asc(),
        Everything_.maybeTwice.asc(),
        Everything_.word.asc(),
        Everything_.decimal.asc(),
        Everything_.uuid.asc(),
        Everything_.instant.asc(),
        Everything_.date.asc(),
        Everything_.time.asc(),
        Everything_.dateTime.asc(),
        Everything_.duration.asc());
  }

  private static List<Condition> conditions(Everything all) {
    return List.of(
        Everything_.truth.eq(true),
        Everything_.maybeTruth.eq(all.maybeTruth),
        Everything_.maybeTiny.eq(all.maybeTiny),
        Everything_.maybeSmall.in(List.of(all.maybeSmall)),
        Everything_.maybeMiddle.eq(all.maybeMiddle),
        Everything_.maybeBig.in(List.of(all.maybeBig)),
        Everything_.maybeSingle.eq(all.maybeSingle),
        Everything_.maybeTwice.in(List.of(all.maybeTwice)),
        Everything_.text.eq(all.text),
        Everything_.word.in(List.of(all.word)),
        Everything_.bytes.eq(all.bytes),
        Everything_.decimal.eq(all.decimal),
        Everything_.wide.eq(all.wide),
        Everything_.uuid.in(List.of(all.uuid)),
        Everything_.instant.in(List.of(all.instant)),
        Everything_.date.in(List.of(all.date)),
        Everything_.time.eq(all.time),
        Everything_.dateTime.in(List.of(all.dateTime)),
        Everything_.duration.eq(all.duration),
        Everything_.day.in(List.of(all.day)),
        Everything_.uri.eq(all.uri));
  }

  private static Everything smallest() {
    var it = new Everything();
    it.tiny = Byte.MIN_VALUE;
    it.small = Short.MIN_VALUE;
    it.middle = Integer.MIN_VALUE;
    it.big = Long.MIN_VALUE;
    it.single = -Float.MAX_VALUE;
    it.twice = -Double.MAX_VALUE;
    it.maybeTruth = false;
    it.maybeTiny = it.tiny;
    it.maybeSmall = it.small;
    it.maybeMiddle = it.middle;
    it.maybeBig = it.big;
    it.maybeSingle = it.single;
    it.maybeTwice = it.twice;
    it.text = "";
    it.word = "";
    it.bytes = new byte[0];
    it.decimal = new BigDecimal("-999999999.999");
    it.wide = new BigDecimal("-999999999999999999999999.999999");
    it.uuid = new UUID(0, 0);
    it.instant = Instant.parse("0001-01-01T00:00:00Z");
    it.date = LocalDate.of(1, 1, 1);
    it.time = LocalTime.MIN;
    it.dateTime = LocalDateTime.of(1, 1, 1, 0, 0);
    it.duration = Duration.ofDays(-100_000);
    it.day = DayOfWeek.MONDAY;
    it.uri = URI.create("");
    return it;
  }

  private static Everything greatest() {
    var it = new Everything();
    it.truth = true;
    it.tiny = Byte.MAX_VALUE;
    it.small = Short.MAX_VALUE;
    it.middle = Integer.MAX_VALUE;
    it.big = Long.MAX_VALUE;
    it.single = Float.MAX_VALUE;
    it.twice = Double.MAX_VALUE;
    it.maybeTruth = true;
    it.maybeTiny = it.tiny;
    it.maybeSmall = it.small;
    it.maybeMiddle = it.middle;
    it.maybeBig = it.big;
    it.maybeSingle = it.single;
    it.maybeTwice = it.twice;
    it.text = "z\uD83D\uDE00\n'\"\\%_".repeat(1_000);
    it.word = "zzzzzzzzzz";
    it.bytes = new byte[] {0, -1, 127, -128};
    it.decimal = new BigDecimal("999999999.999");
    it.wide = new BigDecimal("999999999999999999999999.999999");
    it.uuid = new UUID(Long.MAX_VALUE, -1);
    it.instant = Instant.parse("9999-12-31T23:59:59.999999Z");
    it.date = LocalDate.of(9999, 12, 31);
    it.time = LocalTime.parse("23:59:59.999999");
    it.dateTime = LocalDateTime.parse("9999-12-31T23:59:59.999999");
    it.duration = Duration.ofDays(100_000).plusNanos(1_000);
    it.day = DayOfWeek.SUNDAY;
    it.uri = URI.create("https://example.org/?a=b#c");
    return it;
  }
}
