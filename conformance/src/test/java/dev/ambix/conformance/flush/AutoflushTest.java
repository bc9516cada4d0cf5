package dev.ambix.conformance.flush;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.CustomerCard;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.error.UniqueViolation;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.Statements;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// When a session flushes by itself, and what remains when a flush fails.
@EveryEngine
class AutoflushTest {
  @Nested
  class Queries {
    @Test
    void flushWhenTheirTableHasPendingRows(Session db, Statements statements) {
      db.add(new Customer("ann"));
      assertThat(db.select(Customer.class).list()).hasSize(1);

      statements.expectTexts("insert into customers", "from customers");
    }

    @Test
    void flushWhenTheirTableHasPendingChangesOrRemovals(Session db, Statements statements) {
      var customers = Shop.customers(db, "ann", "bob");
      statements.clear();
      customers.getFirst().nickname("annie");
      assertThat(db.select(Customer.class).where(Customer_.nickname.eq("annie")).count()).isOne();
      db.remove(customers.getLast());
      assertThat(db.select(Customer.class).where(Customer_.name.eq("bob")).exists()).isFalse();

      statements.expectTexts(
          "update customers", "select count(*)", "delete from customers", "select customers.id");
    }

    @Test
    void doNotFlushWhenOtherTablesHavePendingChanges(Session db, Statements statements) {
      db.add(new Category("root"));
      db.select(Customer.class).list();
      db.select(Stock.class).exists();

      statements.expectTexts("from customers", "from stock");
    }

    @Test
    void flushWhenTheirRowsFollowARemovedOne(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      db.add(Shop.purchase(ann, "1"));
      db.flush();
      db.remove(ann);

      assertThat(db.select(Purchase.class).count()).isZero();
    }

    @Test
    void ofEveryKindFlush(Session db) {
      db.add(new Customer("a"));
      assertThat(db.select(Customer.class).count()).isEqualTo(1);
      db.add(new Customer("b"));
      assertThat(db.select(Customer.class).where(Customer_.name.eq("b")).exists()).isTrue();
      db.add(new Customer("c"));
      assertThat(db.select(CustomerCard.class).list()).hasSize(3);
      db.add(new Customer("d"));
      assertThat(db.select(Customer.class).page(10, null).items()).hasSize(4);
      db.add(new Customer("e"));
      assertThat(db.select(Customer.class).where(Customer_.name.eq("e")).optional()).isPresent();
      db.add(new Customer("f"));
      assertThat(db.sql("select count(*) from customers").list(Long.class)).containsExactly(6L);
      db.add(new Customer("g"));
      assertThat(db.jdbc(AutoflushTest::countCustomers)).isEqualTo(7);
    }

    @Test
    void byKeyDoNotFlush(Session db, Statements statements) {
      long ann = Shop.customers(db, "ann").getFirst().id();
      db.add(new Customer("bob"));
      statements.clear();
      assertThat(db.find(Customer.class, ann)).isPresent();
      assertThat(db.find(Customer.class, ann + 1)).isEmpty();

      statements.expectTexts("from customers where customers.id = ?");
    }
  }

  @Nested
  class Verbs {
    @Test
    void flushFirst(Session db, Statements statements) {
      db.add(new Stock("a", 1, 1));
      db.update(Stock.class).set(Stock_.pieces, 2).where(Stock_.shelf.eq(1)).execute();
      db.add(new Stock("a", 2, 1));
      db.delete(Stock.class).where(Stock_.shelf.eq(2)).execute();
      db.add(new Stock("a", 3, 1));
      db.upsert(new Stock("a", 3, 5)).execute();
      db.add(new Stock("a", 4, 1));
      db.insert(List.of(new Stock("a", 5, 1)));

      statements.expectTexts(
          "insert into stock",
          "update stock",
          "insert into stock",
          "delete from stock",
          "insert into stock",
          "on conflict",
          "insert into stock",
          "insert into stock");
    }
  }

  @Nested
  class Failing {
    @Test
    void leavesOnlyTheRollback(Session db) {
      Shop.customers(db, "ann");
      db.commit();
      db.add(new Customer("ann"));
      assertFails(UniqueViolation.class, db::flush);

      for (var use :
          List.<Runnable>of(
              db::flush,
              db::commit,
              () -> db.find(Customer.class, 99L),
              () -> db.select(Stock.class).list(),
              () -> db.sql("select 1").list(Integer.class),
              () -> db.jdbc(AutoflushTest::countCustomers))) {
        assertRefused("TransactionFailed", use::run)
            .hasMessageContaining("[UniqueViolation]")
            .hasMessageContaining("the transaction can only roll back");
      }
    }

    @Test
    void isOverAfterTheRollback(Session db) {
      Shop.customers(db, "ann");
      db.commit();
      db.add(new Customer("bob"));
      db.add(new Customer("ann"));
      assertFails(UniqueViolation.class, db::flush);
      db.rollback();

      assertThat(db.select(Customer.class).list())
          .extracting(Customer::name)
          .containsExactly("ann");
      db.add(new Customer("cid"));
      assertThatCode(db::commit).doesNotThrowAnyException();
    }

    @Test
    void isOverAfterTheEndOfASavepoint(Session db) {
      Shop.customers(db, "ann");
      assertFails(
          UniqueViolation.class, () -> db.savepoint(() -> Shop.customers(db, "bob", "ann")));

      Shop.customers(db, "cid");
      assertThat(db.select(Customer.class).list())
          .extracting(Customer::name)
          .containsExactlyInAnyOrder("ann", "cid");
    }

    @Test
    void cannotBeCommittedByABlockThatSwallowsTheError(Database database) {
      Shop.customer(database, "ann");
      assertRefused(
              "TransactionFailed",
              () ->
                  database.write(db -> {
                    db.add(new Stock("a", 1, 1));
                    db.flush();
                    db.add(new Customer("ann"));
                    assertFails(UniqueViolation.class, db::flush);
                  }))
          .hasCauseInstanceOf(UniqueViolation.class);

      long left = database.read(db -> db.select(Stock.class).count());
      assertThat(left).isZero();
    }
  }

  private static int countCustomers(java.sql.Connection connection) throws java.sql.SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from customers")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
