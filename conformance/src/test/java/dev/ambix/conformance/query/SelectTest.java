package dev.ambix.conformance.query;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.CustomerCard;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Spending;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.error.EntityNotFound;
import dev.ambix.session.Session;
import dev.ambix.testing.Statements;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What a query reads, in which order, and how much of it.
@EveryEngine
class SelectTest {
  @Nested
  class Ordering {
    @Test
    void followsTheOrdersTheFirstCountingMost(Session db) {
      places(db);
      var query = db.select(Stock.class);

      assertThat(query.orderBy(Stock_.warehouse.asc(), Stock_.pieces.desc()).list())
          .extracting(Stock::shelf)
          .containsExactly(2, 1, 3);
      assertThat(query.orderBy(Stock_.warehouse.desc()).orderBy(Stock_.pieces.asc()).list())
          .extracting(Stock::shelf)
          .containsExactly(3, 1, 2);
    }

    @Test
    void putsNullsLastInAscendingOrderAndFirstInDescending(Session db) {
      var customers = Shop.customers(db, "ann", "bob", "cid");
      customers.get(0).nickname("b");
      customers.get(2).nickname("a");
      var query = db.select(Customer.class);

      assertThat(query.orderBy(Customer_.nickname.asc()).list())
          .extracting(Customer::name)
          .containsExactly("cid", "ann", "bob");
      assertThat(query.orderBy(Customer_.nickname.desc()).list())
          .extracting(Customer::name)
          .containsExactly("bob", "ann", "cid");
    }

    @Test
    void takesComputedValues(Session db) {
      Shop.customers(db, "Bob", "ann", "Cid");

      assertThat(db.select(Customer.class).orderBy(Customer_.name.lower().desc()).list())
          .extracting(Customer::name)
          .containsExactly("Cid", "Bob", "ann");
    }
  }

  @Nested
  class Limiting {
    @Test
    void cutsTheRows(Session db) {
      places(db);
      var query = db.select(Stock.class).orderBy(Stock_.shelf.asc());

      assertThat(query.limit(2).list()).extracting(Stock::shelf).containsExactly(1, 2);
      assertThat(query.limit(2).offset(1).list()).extracting(Stock::shelf).containsExactly(2, 3);
      assertThat(query.offset(2).list()).extracting(Stock::shelf).containsExactly(3);
      assertThat(query.limit(0).list()).isEmpty();
      assertThat(query.offset(9).list()).isEmpty();
    }

    @Test
    void refusesLessThanNothing(Session db) {
      assertRefused("NegativeLimit", () -> db.select(Stock.class).limit(-1))
          .hasMessageContaining("select Stock: got limit -1, expected at least 0");
      assertRefused("NegativeLimit", () -> db.select(Stock.class).offset(-1));
      assertRefused("NegativeLimit", () -> db.select(Stock.class).page(0, null));
    }

    @Test
    void leavesTheQueryItWasMadeOfAlone(Session db) {
      places(db);
      var all = db.select(Stock.class);
      all.limit(1).where(Stock_.shelf.eq(1)).orderBy(Stock_.shelf.asc());

      assertThat(all.list()).hasSize(3);
    }
  }

  @Nested
  class Counting {
    @Test
    void countsWhatSatisfiesTheConditions(Session db, Statements statements) {
      places(db);
      statements.clear();
      var query = db.select(Stock.class).where(Stock_.warehouse.eq("a"));

      assertThat(query.count()).isEqualTo(2);
      assertThat(query.limit(1).offset(5).orderBy(Stock_.shelf.asc()).count()).isEqualTo(2);
      statements.expectTexts(
          "select count(*) from stock where stock.warehouse = ?",
          "select count(*) from stock where stock.warehouse = ?");
    }

    @Test
    void existsReadsAtMostOneRow(Session db, Statements statements) {
      places(db);
      statements.clear();

      assertThat(db.select(Stock.class).exists()).isTrue();
      assertThat(db.select(Stock.class).where(Stock_.shelf.eq(9)).exists()).isFalse();
      assertThat(statements.all().getFirst().rows()).isEqualTo(1);
      assertThat(statements.texts().getFirst()).contains("limit").doesNotContain("pieces");
    }
  }

  @Nested
  class One {
    @Test
    void isOptionalOrSingle(Session db) {
      places(db);
      var second = db.select(Stock.class).where(Stock_.shelf.eq(2));
      var none = db.select(Stock.class).where(Stock_.shelf.eq(9));

      assertThat(second.optional()).contains(second.single());
      assertThat(none.optional()).isEmpty();
      assertFails(EntityNotFound.class, none::single).hasMessageContaining("Stock: no such row");
    }

    @Test
    void isRefusedWhenThereAreSeveral(Session db, Statements statements) {
      places(db);
      statements.clear();

      assertRefused("NotSingle", () -> db.select(Stock.class).single())
          .hasMessageContaining("select Stock: got several rows, expected at most one");
      assertThat(statements.all().getFirst().rows()).isEqualTo(2);
      assertThat(db.select(Stock.class).orderBy(Stock_.shelf.asc()).limit(1).single().shelf())
          .isOne();
    }
  }

  @Nested
  class Projections {
    @Test
    void readJustTheirColumns(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();
      statements.clear();

      var query = db.select(CustomerCard.class).where(Customer_.nickname.isNull());
      assertThat(query.list()).containsExactly(new CustomerCard(ann.id(), "ann"));
      statements.expectTexts(
          "select customers.id, customers.name from customers where customers.nickname is null");
    }

    @Test
    void arePagedCountedAndFoundAsEntitiesAre(Session db) {
      Shop.customers(db, "ann", "bob", "cid");
      var query = db.select(CustomerCard.class).orderBy(Customer_.name.desc());

      assertThat(query.count()).isEqualTo(3);
      assertThat(query.limit(1).single().name()).isEqualTo("cid");
      var first = query.page(2, null);
      assertThat(first.items()).extracting(CustomerCard::name).containsExactly("cid", "bob");
      assertThat(query.page(2, first.next()).items())
          .extracting(CustomerCard::name)
          .containsExactly("ann");
      assertThat(first.map(CustomerCard::name).items()).containsExactly("cid", "bob");
    }

    @Test
    void ofNoEntityAreForSql(Session db) {
      assertRefused("NotMapped", () -> db.select(Spending.class))
          .hasMessageContaining("this projection is of no entity");
    }
  }

  private static void places(Session db) {
    db.add(new Stock("a", 1, 10));
    db.add(new Stock("a", 2, 20));
    db.add(new Stock("b", 3, 30));
    db.flush();
  }
}
