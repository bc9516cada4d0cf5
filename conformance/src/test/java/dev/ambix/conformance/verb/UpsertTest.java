package dev.ambix.conformance.verb;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Category_;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer.Tier;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.error.StaleEntity;
import dev.ambix.error.ValueRejected;
import dev.ambix.session.Session;
import dev.ambix.testing.Statements;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// An insertion that gives way to a row with the same key.
@EveryEngine
class UpsertTest {
  @Nested
  class OfANewRow {
    @Test
    void insertsIt(Session db) {
      var ann = new Customer("ann").nickname("annie");
      assertThat(db.upsert(ann).on(Customer_.name).execute()).isTrue();

      assertThat(ann.id()).isPositive();
      assertThat(ann.credit()).isEqualTo(5);
      assertThat(ann.version()).isZero();
      assertThat(db.get(Customer.class, ann.id()).nickname()).isEqualTo("annie");
    }

    @Test
    void leavesTheObjectOutOfTheSession(Session db) {
      var place = new Stock("a", 1, 5);
      db.upsert(place).execute();

      assertThat(db.contains(place)).isFalse();
      assertThat(db.get(Stock.class, List.of("a", 1))).isNotSameAs(place);
    }

    @Test
    void givesItAnId(Session db) {
      var root = new Category("root");
      assertThat(db.upsert(root).on(Category_.name).execute()).isTrue();
      assertThat(db.get(Category.class, root.id()).name()).isEqualTo("root");
    }

    @Test
    void insertsItThoughAnExistingOneWouldBeLeftAlone(Session db) {
      assertThat(db.upsert(new Stock("a", 1, 5)).update().execute()).isTrue();
    }
  }

  @Nested
  class OfAnExistingRow {
    @Test
    void changesWhatTheObjectSets(Session db) {
      var old = Shop.customers(db, "ann").getFirst();
      old.credit(9);
      db.flush();
      var ann = new Customer("ann").nickname("annie").tier(Tier.GOLD);
      assertThat(db.upsert(ann).on(Customer_.name).execute()).isTrue();

      assertThat(ann.id()).isEqualTo(old.id());
      assertThat(ann.nickname()).isEqualTo("annie");
      assertThat(ann.tier()).isEqualTo(Tier.GOLD);
      assertThat(ann.credit()).isEqualTo(9);
      assertThat(ann.createdAt()).isEqualTo(old.createdAt());
    }

    @Test
    void countsItsVersionAndSetsItsTime(Session db) {
      var old = Shop.customers(db, "ann").getFirst();
      var before = old.updatedAt();
      db.upsert(new Customer("ann")).on(Customer_.name).execute();
      assertThat(old.version()).isEqualTo(1);
      db.upsert(new Customer("ann").credit(3))
          .on(Customer_.name)
          .update(Customer_.credit)
          .execute();

      assertThat(old.version()).isEqualTo(2);
      assertThat(old.updatedAt()).isAfterOrEqualTo(before);
    }

    @Test
    void makesOthersStale(Session db) {
      var old = Shop.customers(db, "ann").getFirst();
      db.sql("select 1").list(Integer.class);
      db.detach(old);
      var seen = db.get(Customer.class, old.id());
      db.detach(seen);
      db.upsert(new Customer("ann")).on(Customer_.name).execute();
      var fresh = db.get(Customer.class, old.id());
      assertThat(fresh.version()).isGreaterThan(seen.version());
      db.sql("update customers set version = 0").execute();
      fresh.credit(1);

      assertFails(StaleEntity.class, db::flush);
    }

    @Test
    void changesOnlyTheNamedColumns(Session db, Statements statements) {
      var old = Shop.customers(db, "ann").getFirst();
      statements.clear();
      var ann = new Customer("ann").nickname("annie").tier(Tier.GOLD);
      db.upsert(ann).on(Customer_.name).update(Customer_.tier).execute();

      statements.expectTexts(
          "on conflict (name) do update set tier = excluded.tier, updated_at = excluded.updated_at,"
              + " version = customers.version + 1 returning");
      assertThat(old.tier()).isEqualTo(Tier.GOLD);
      assertThat(old.nickname()).isNull();
    }

    @Test
    void updatesTheObjectThatTheSessionHas(Session db, Statements statements) {
      var place = db.add(new Stock("a", 1, 5));
      db.flush();
      db.upsert(new Stock("a", 1, 7)).execute();
      statements.clear();
      db.flush();

      assertThat(place.pieces()).isEqualTo(7);
      assertThat(statements.all()).isEmpty();
    }

    @Test
    void leavesItAloneWhenNothingIsToBeTakenOver(Session db) {
      var place = db.add(new Stock("a", 1, 5));
      db.flush();
      assertThat(db.upsert(new Stock("a", 1, 7)).update().execute()).isFalse();

      db.refresh(place);
      assertThat(place.pieces()).isEqualTo(5);
    }
  }

  @Nested
  class Keys {
    @Test
    void mustBeUnique(Session db, Statements statements) {
      assertRefused("NoSuchKey", () -> db.upsert(new Customer("a")).on(Customer_.tier).execute())
          .hasMessageContaining("upsert Customer: got on(tier)");
      assertRefused(
          "NoSuchKey",
          () -> db.upsert(new Customer("a")).on(Customer_.name, Customer_.tier).execute());
      assertThat(statements.all()).isEmpty();
    }

    @Test
    void areThePrimaryOneUnlessNamed(Session db, Statements statements) {
      db.upsert(new Stock("a", 1, 5)).execute();
      statements.expectTexts(
          "on conflict (warehouse, shelf) do update set pieces = excluded.pieces");
    }

    @Test
    void holdLimitsAsInsertionsDo(Session db) {
      var upsert = db.upsert(new Customer("x".repeat(21))).on(Customer_.name);
      assertFails(ValueRejected.class, upsert::execute).hasMessageContaining("customers.name");
    }
  }
}
