package dev.ambix.conformance.verb;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer.Tier;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.error.StaleEntity;
import dev.ambix.error.ValueRejected;
import dev.ambix.query.Condition;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.Statements;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Changes by condition.
@EveryEngine
class UpdateDeleteTest {
  @Nested
  class Updating {
    @Test
    void changesTheRowsThatSatisfyTheCondition(Database database, Statements statements) {
      database.write(db -> places(db));
      statements.clear();
      long changed =
          database.writeReturning(db ->
              db.update(Stock.class).set(Stock_.pieces, 9).where(Stock_.shelf.ge(2)).execute());

      assertThat(changed).isEqualTo(2);
      statements.expectTexts("update stock set pieces = ? where stock.shelf >= ?");
      assertThat(statements.texts().getFirst()).doesNotContain("returning");
    }

    @Test
    void computesFromTheRowAsItWas(Session db) {
      places(db);
      db.update(Stock.class)
          .set(Stock_.pieces, Stock_.pieces.times(2).plus(1))
          .where(Condition.all())
          .execute();

      assertThat(db.select(Stock.class).orderBy(Stock_.shelf.asc()).list())
          .extracting(Stock::pieces)
          .containsExactly(21, 41, 61);
    }

    @Test
    void countsTheVersionAndSetsTheTime(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      var before = ann.updatedAt();
      db.update(Customer.class)
          .set(Customer_.nickname, "annie")
          .where(Customer_.name.eq("ann"))
          .execute();

      assertThat(ann.nickname()).isEqualTo("annie");
      assertThat(ann.version()).isEqualTo(1);
      assertThat(ann.updatedAt()).isAfterOrEqualTo(before);
    }

    @Test
    void makesOthersStale(Database database) {
      long id = Shop.customer(database, "ann");
      Customer seen = database.read(db -> db.get(Customer.class, id));
      database.write(db ->
          db.update(Customer.class).set(Customer_.credit, 0).where(Customer_.id.eq(id)).execute());

      try (var db = database.open()) {
        var ann = db.get(Customer.class, id);
        db.sql("update customers set version = version + 1").execute();
        ann.credit(seen.credit());
        assertFails(StaleEntity.class, db::flush);
      }
    }

    @Test
    void leavesTheObjectsThatFollowUnchanged(Session db, Statements statements) {
      places(db);
      db.update(Stock.class).set(Stock_.pieces, 9).where(Condition.all()).execute();
      statements.clear();
      db.flush();

      assertThat(statements.all()).isEmpty();
    }

    @Test
    void nullsAColumn(Session db) {
      var ann = Shop.customers(db, "ann").getFirst().nickname("annie");
      db.update(Customer.class)
          .set(Customer_.nickname, (String) null)
          .set(Customer_.tier, Tier.GOLD)
          .where(Customer_.id.eq(ann.id()))
          .execute();

      assertThat(ann.nickname()).isNull();
      assertThat(ann.tier()).isEqualTo(Tier.GOLD);
    }

    @Test
    void needsACondition(Session db) {
      assertRefused("Unbounded", () -> db.update(Stock.class).set(Stock_.pieces, 1).execute())
          .hasMessageContaining("update Stock: got no condition")
          .hasMessageContaining("where(Condition.all())");
    }

    @Test
    void leavesKeysAlone(Session db) {
      assertRefused("KeyChanged", () -> db.update(Stock.class).set(Stock_.shelf, 2))
          .hasMessageContaining("update Stock: got a new value for the key shelf");
    }

    @Test
    void needsSomethingToSet(Session db) {
      assertRefused("NothingToSet", () -> db.update(Stock.class).where(Condition.all()).execute());
    }

    @Test
    void checksTheLimitsOfTheColumn(Session db) {
      assertFails(
              ValueRejected.class,
              () -> db.update(Customer.class).set(Customer_.name, "x".repeat(21)))
          .hasMessageContaining("customers.name");
    }
  }

  @Nested
  class Deleting {
    @Test
    void deletesTheRowsThatSatisfyTheCondition(Database database, Statements statements) {
      database.write(db -> places(db));
      statements.clear();
      long deleted =
          database.writeReturning(db -> db.delete(Stock.class).where(Stock_.shelf.ge(2)).execute());

      assertThat(deleted).isEqualTo(2);
      statements.expectTexts("delete from stock where stock.shelf >= ?");
    }

    @Test
    void forgetsTheObjects(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      db.delete(Customer.class).where(Customer_.name.eq("ann")).execute();

      assertThat(db.contains(ann)).isFalse();
      assertThat(db.find(Customer.class, ann.id())).isEmpty();
    }

    @Test
    void doesNotCountWhatGoesAlong(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      db.add(Shop.purchase(ann, "1"));

      assertThat(db.delete(Customer.class).where(Condition.all()).execute()).isOne();
      assertThat(db.select(Purchase.class).count()).isZero();
    }

    @Test
    void needsACondition(Session db) {
      assertRefused("Unbounded", () -> db.delete(Stock.class).execute())
          .hasMessageContaining("delete Stock: got no condition");
    }
  }

  private static void places(Session db) {
    db.add(new Stock("a", 1, 10));
    db.add(new Stock("a", 2, 20));
    db.add(new Stock("b", 3, 30));
    db.flush();
  }
}
