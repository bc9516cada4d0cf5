package dev.ambix.conformance.verb;

import static dev.ambix.conformance.Failures.assertRefused;
import static dev.ambix.query.Aggregates.count;
import static dev.ambix.query.Functions.concat;
import static dev.ambix.query.Functions.value;
import static dev.ambix.session.Upsert.excluded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Category_;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.CustomerCard;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Spending;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.query.Condition;
import dev.ambix.session.Session;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Statements for many rows that say what became of them.
@EveryEngine
class BulkTest {
  @Nested
  class Updating {
    @Test
    void givesTheObjectsOfTheRows(Session db) {
      var ann = Shop.customers(db, "ann", "bob").getFirst();
      var changed =
          db.update(Customer.class)
              .set(Customer_.nickname, "a")
              .where(Customer_.name.eq("ann"))
              .returning();
      assertThat(changed).containsExactly(ann);
      assertThat(ann.nickname()).isEqualTo("a");
      assertThat(ann.version()).isEqualTo(1);
      db.detach(ann);
      var again =
          db.update(Customer.class)
              .set(Customer_.nickname, "b")
              .where(Customer_.name.eq("ann"))
              .returning();
      assertThat(again).extracting(Customer::nickname).containsExactly("b");
      assertThat(db.contains(again.getFirst())).isTrue();
    }

    @Test
    void givesAProjectionOfTheRows(Session db) {
      var ann = Shop.customers(db, "ann", "bob").getFirst();
      var cards =
          db.update(Customer.class)
              .set(Customer_.name, concat(Customer_.name, value("!")))
              .where(Condition.all())
              .returning(CustomerCard.class);
      assertThat(cards).extracting(CustomerCard::name).containsExactlyInAnyOrder("ann!", "bob!");
      assertThat(ann.name()).isEqualTo("ann!");
    }

    @Test
    void refusesOtherProjections(Session db) {
      var update = db.update(Stock.class).set(Stock_.pieces, 1).where(Condition.all());
      assertRefused("NotReturned", () -> update.returning(CustomerCard.class));
      assertRefused("NotReturned", () -> update.returning(Spending.class));
      assertRefused("Unbounded", () -> db.update(Stock.class).set(Stock_.pieces, 1).returning());
    }
  }

  @Nested
  class Deleting {
    @Test
    void givesTheObjectsOfTheRows(Session db) {
      var ann = Shop.customers(db, "ann", "bob").getFirst();
      db.add(Shop.purchase(ann, "1"));
      var deleted = db.delete(Customer.class).where(Customer_.name.eq("ann")).returning();
      assertThat(deleted).containsExactly(ann);
      assertThat(db.contains(ann)).isFalse();
      assertThat(db.select(Purchase.class).count()).isZero();
      var cards = db.delete(Customer.class).where(Condition.all()).returning(CustomerCard.class);
      assertThat(cards).extracting(CustomerCard::name).containsExactly("bob");
      assertThat(db.select(Customer.class).list()).isEmpty();
    }
  }

  @Nested
  class Inserting {
    @Test
    void takesTheRowsOfAQuery(Session db) {
      Shop.customers(db, "ann", "bob", "cid");
      var query = db.select(Customer.class).where(Customer_.name.ne("bob"));
      long inserted =
          db.insert(Customer.class)
              .set(Customer_.name, concat(Customer_.name, value("2")))
              .set(Customer_.secret, Customer_.secret)
              .set(Customer_.tier, Customer.Tier.GOLD)
              .from(query);
      assertThat(inserted).isEqualTo(2);
      var copies =
          db.select(Customer.class)
              .where(Customer_.tier.eq(Customer.Tier.GOLD))
              .orderBy(Customer_.name.asc())
              .list();
      assertThat(copies).extracting(Customer::name).containsExactly("ann2", "cid2");
      assertThat(copies).extracting(Customer::version).containsOnly(0);
      assertThat(copies).extracting(Customer::credit).containsOnly(5);
      assertThat(copies.getFirst().createdAt()).isNotNull();
    }

    @Test
    void takesGroups(Session db) {
      Shop.customers(db, "ann", "bob");
      long inserted =
          db.insert(Stock.class)
              .set(Stock_.warehouse, Customer_.secret)
              .set(Stock_.shelf, 7)
              .set(Stock_.pieces, Customer_.version)
              .from(
                  db.select(Customer.class)
                      .groupBy(Customer_.secret, Customer_.version)
                      .having(count().eq(2L)));
      assertThat(inserted).isEqualTo(1);
      assertThat(db.get(Stock.class, List.of("", 7)).pieces()).isZero();
    }

    @Test
    void refusesKeysThatTheSessionMakes(Session db) {
      var insert = db.insert(Category.class).set(Category_.name, "x");
      assertRefused("KeyNotSet", () -> insert.from(db.select(Category.class)));
      assertRefused("SetTwice", () -> insert.set(Category_.name, "y"));
    }
  }

  @Nested
  class Upserting {
    @Test
    void takesSeveralRows(Session db) {
      db.add(new Stock("a", 1, 5));
      var places = IntStream.range(0, 300).mapToObj(shelf -> new Stock("a", shelf, shelf)).toList();
      assertThat(db.upsert(places).returning()).hasSize(300);
      assertThat(db.get(Stock.class, List.of("a", 1)).pieces()).isEqualTo(1);
      assertThat(db.select(Stock.class).count()).isEqualTo(300);
      assertRefused(
          "SameRowTwice",
          () -> db.upsert(List.of(new Stock("a", 1, 1), new Stock("a", 1, 2))).execute());
      assertRefused("NoObjects", () -> db.upsert(List.<Stock>of()).execute());
    }

    @Test
    void givesObjectsTheirOwnRows(Session db) {
      Shop.customers(db, "ann", "bob");
      var customers =
          List.of(new Customer("cid"), new Customer("bob").nickname("bo"), new Customer("ann"));
      var written = db.upsert(customers).on(Customer_.name).returning();
      assertThat(written).containsExactlyInAnyOrderElementsOf(customers);
      assertThat(customers)
          .allSatisfy(each -> {
            assertThat(db.get(Customer.class, each.id()).name()).isEqualTo(each.name());
            assertThat(each.version()).isEqualTo(each.name().equals("cid") ? 0 : 1);
          });
    }

    @Test
    void setsWhatIsComputedFromBothRows(Session db) {
      var place = db.add(new Stock("a", 1, 5));
      db.flush();
      var more = new Stock("a", 1, 3);
      var sum = Stock_.pieces.plus(excluded(Stock_.pieces));
      assertThat(db.upsert(more).set(Stock_.pieces, sum).execute()).isTrue();
      assertThat(place.pieces()).isEqualTo(8);
      assertThat(more.pieces()).isEqualTo(8);
    }

    @Test
    void leavesRowsAloneThatDoNotSatisfyTheCondition(Session db) {
      db.add(new Stock("a", 1, 5));
      db.add(new Stock("a", 2, 1));
      var places = List.of(new Stock("a", 1, 3), new Stock("a", 2, 3), new Stock("a", 3, 3));
      var written = db.upsert(places).where(excluded(Stock_.pieces).gt(Stock_.pieces)).returning();
      assertThat(written).extracting(Stock::shelf).containsExactlyInAnyOrder(2, 3);
      assertThat(db.get(Stock.class, List.of("a", 1)).pieces()).isEqualTo(5);
      assertThat(db.upsert(new Stock("a", 1, 3)).where(Stock_.pieces.lt(1)).execute()).isFalse();
    }

    @Test
    void countsTheVersionOfWhatItSets(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      var other = new Customer("ann").nickname("x");
      db.upsert(other)
          .on(Customer_.name)
          .update()
          .set(Customer_.nickname, concat(excluded(Customer_.nickname), value("y")))
          .execute();
      assertThat(ann.nickname()).isEqualTo("xy");
      assertThat(ann.version()).isEqualTo(1);
      assertRefused("NotAColumn", () -> excluded(Stock_.pieces.plus(1)));
      assertRefused("KeyChanged", () -> db.upsert(other).set(Customer_.id, Customer_.id));
    }
  }
}
