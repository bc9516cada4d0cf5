package dev.ambix.conformance.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Category_;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.Statements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Where the keys of new rows come from.
@EveryEngine
class GeneratedIdTest {
  @Nested
  class ByTheDatabase {
    @Test
    @AllowRepeats
    void comeBackInTheOrderOfAdding(Session db, Engine engine, Statements statements) {
      var customers =
          IntStream.range(0, 1_000).mapToObj(i -> db.add(new Customer("c" + i))).toList();
      db.flush();

      assertThat(customers).extracting(Customer::id).isSorted().doesNotHaveDuplicates();
      assertThat(statements.all()).hasSizeLessThanOrEqualTo(engine == Engine.SQLITE ? 8 : 1);
      for (var customer : List.of(customers.get(0), customers.get(500), customers.get(999))) {
        db.detach(customer);
        assertThat(db.get(Customer.class, customer.id()).name()).isEqualTo(customer.name());
      }
    }

    @Test
    void areKeptWhereTheProgramSetThem(Session db) {
      var ann = new Customer("ann");
      new Customer_().set(ann, 0, 4711L);
      db.add(ann);
      db.flush();

      assertThat(db.get(Customer.class, 4711L)).isSameAs(ann);
      assertThat(ann.credit()).isEqualTo(5);
    }
  }

  @Nested
  class FromASequence {
    @Test
    void takeOneStatementForAllRowsOfAFlush(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();
      var purchases = purchases(db, ann, 120);
      statements.clear();
      db.flush();

      assertThat(statements.texts().stream().filter(it -> it.contains("\"purchases\"")).toList())
          .hasSize(1);
      assertThat(statements.all()).hasSize(2);
      assertThat(purchases).extracting(Purchase::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @Committed
    void takeNoStatementWhileABlockLasts(Database database, Engine engine, Statements statements) {
      long ann = Shop.customer(database, "ann");
      statements.clear();
      for (int i = 0; i < 50; i++) {
        database.write(db -> {
          db.add(Shop.purchase(db.get(Customer.class, ann), "1"));
        });
      }

      long blocks =
          statements.texts().stream().filter(it -> !it.contains("customers")).count() - 50;
      assertThat(blocks).isEqualTo(engine == Engine.SQLITE ? 50 : 1);
    }

    @Test
    @Committed
    void areNotGivenTwiceAfterARollback(Database database) {
      long ann = Shop.customer(database, "ann");
      var ids = new ArrayList<Long>();
      assertThatIllegalStateException()
          .isThrownBy(() ->
              database.write(db -> {
                db.add(Shop.purchase(db.get(Customer.class, ann), "1"));
                db.flush();
                undo();
              }));
      for (int i = 0; i < 3; i++) {
        database.write(db -> {
          var purchases = purchases(db, db.get(Customer.class, ann), 60);
          db.flush();
          purchases.forEach(each -> ids.add(each.id()));
        });
      }

      assertThat(ids).hasSize(180).doesNotHaveDuplicates();
    }

    private static void undo() {
      throw new IllegalStateException("undo");
    }

    private static List<Purchase> purchases(Session db, Customer customer, int count) {
      return IntStream.range(0, count).mapToObj(_ -> db.add(Shop.purchase(customer, "1"))).toList();
    }
  }

  @Nested
  class Uuids {
    @Test
    void areKnownAtOnceAndGrowWithTime(Session db) {
      var first = db.add(new Category("a")).id();
      long millis = first.getMostSignificantBits() >>> 16;

      assertThat(first.version()).isEqualTo(7);
      assertThat(first.variant()).isEqualTo(2);
      assertThat(millis).isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
    }

    @Test
    void areFoundAgain(Database database) {
      var root = new Category("root");
      database.write(db -> {
        db.add(root);
      });
      database.write(db -> {
        assertThat(db.get(Category.class, root.id()).name()).isEqualTo("root");
        assertThat(db.select(Category.class).where(Category_.id.eq(root.id())).count()).isOne();
      });
    }
  }

  @Nested
  class Natural {
    @Test
    void areWrittenAsTheyAre(Session db, Statements statements) {
      db.add(new Stock("b", 2, 1));
      db.add(new Stock("a", 1, 1));
      db.flush();

      statements.expectTexts("insert into stock (warehouse, shelf, pieces)");
      assertThat(statements.texts().getFirst()).doesNotContain("returning");
      assertThat(db.select(Stock.class).list())
          .extracting(Stock::warehouse)
          .usingElementComparator(Comparator.naturalOrder())
          .containsExactlyInAnyOrder("a", "b");
    }
  }
}
