package dev.ambix.conformance.identity;

import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.error.UsageException;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Statements;
import dev.ambix.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// From the opening of a session to its end.
@EveryEngine
class LifecycleTest {
  @Nested
  class Opening {
    @Test
    @Committed
    void costsNothing(Database database, Statements statements) {
      try (var db = database.open()) {
        assertThat(db.isReadOnly()).isFalse();
        db.select(Customer.class).limit(5);
        db.add(new Category("root"));
        assertThat(database.pool().active()).isZero();
      }
      assertThat(statements.all()).isEmpty();
    }

    @Test
    @Committed
    void worksWithoutADatabaseUntilTheFirstStatement(TestDatabase own) {
      try (var nowhere = Database.open("postgresql://nobody@127.0.0.1:1/nothing");
          var db = nowhere.open()) {
        assertThat(db.add(new Customer("ann")).name()).isEqualTo("ann");
      }
      assertThat(own.url()).isNotEmpty();
    }

    @Test
    @Committed
    void takesAConnectionAtTheFirstStatementAndGivesItBackAtTheCommit(Database database) {
      try (var db = database.open()) {
        db.add(new Customer("ann"));
        db.flush();
        assertThat(database.pool().active()).isEqualTo(1);
        db.commit();
        assertThat(database.pool().active()).isZero();

        db.select(Customer.class).list();
        assertThat(database.pool().active()).isEqualTo(1);
        db.rollback();
        assertThat(database.pool().active()).isZero();
      }
    }

    @Test
    @Committed
    void holdsAtMostOneConnection(Database database) {
      try (var db = database.open()) {
        Shop.customers(db, "ann");
        db.select(Customer.class).list();
        db.sql("select 1").list(Integer.class);
        int active =
            db.jdbc(_ -> {
              return database.pool().active();
            });
        assertThat(active).isEqualTo(1);
      }
      assertThat(database.pool().active()).isZero();
    }
  }

  @Nested
  class Closing {
    @Test
    void rollsBackWhatWasNotCommitted(Database database) {
      try (var db = database.open()) {
        Shop.customers(db, "ann");
      }
      assertThat(count(database)).isZero();
    }

    @Test
    void doesNothingTheSecondTime(Database database) {
      var db = database.open();
      db.close();
      assertThatCode(db::close).doesNotThrowAnyException();
    }

    @Test
    void leavesLoadedObjectsReadable(Database database) {
      Shop.customer(database, "ann");
      Customer ann = database.read(db -> db.select(Customer.class).single());

      assertThat(ann.name()).isEqualTo("ann");
      assertThat(ann.createdAt()).isNotNull();
    }

    @Test
    void refusesEveryUseAfterwards(Database database) {
      var db = database.open();
      var query = db.select(Customer.class);
      var update = db.sql("select 1");
      db.close();

      everyUse(db)
          .forEach(use ->
              assertRefused("SessionClosed", use).hasMessageContaining("session: it is closed"));
      assertRefused("SessionClosed", query::list);
      assertRefused("SessionClosed", query::count);
      assertRefused("SessionClosed", query::exists);
      assertRefused("SessionClosed", () -> query.page(1, null));
      assertRefused("SessionClosed", () -> update.list(Integer.class));
      assertRefused("SessionClosed", update::execute);
    }
  }

  @Nested
  class Threads {
    @Test
    void areRefusedButTheOneThatOpenedIt(Database database) {
      try (var db = database.open()) {
        everyUse(db).forEach(use -> assertElsewhereRefused(use));
        assertElsewhereRefused(db::close);
        assertThat(db.select(Customer.class).list()).isEmpty();
      }
    }

    @Test
    void areNamed(Database database) {
      try (var db = database.open()) {
        assertThat(elsewhere(db::flush))
            .hasMessageContaining("session: got a use on Thread")
            .hasMessageContaining(Thread.currentThread().getName());
      }
    }

    private static void assertElsewhereRefused(ThrowingCallable use) {
      assertThat(elsewhere(use)).extracting(UsageException::code).isEqualTo("SessionThread");
    }

    private static UsageException elsewhere(ThrowingCallable use) {
      var error =
          CompletableFuture.supplyAsync(
                  () -> {
                    try {
                      use.call();
                      return null;
                    } catch (UsageException refused) {
                      return refused;
                    } catch (Throwable other) {
                      throw new CompletionException(other);
                    }
                  })
              .join();
      assertThat(error).isNotNull();
      return error;
    }
  }

  @Nested
  class GoingOn {
    @Test
    void startsAnotherTransactionAfterACommit(Database database) {
      try (var db = database.open()) {
        var ann = Shop.customers(db, "ann").getFirst();
        db.commit();
        ann.nickname("annie");
        db.commit();
        ann.nickname("lost");
      }
      String nickname = database.read(db -> db.select(Customer.class).single().nickname());
      assertThat(nickname).isEqualTo("annie");
    }

    @Test
    void forgetsItsObjectsAtARollback(Database database) {
      long id = Shop.customer(database, "ann");
      try (var db = database.open()) {
        var ann = db.get(Customer.class, id);
        ann.nickname("lost");
        db.flush();
        db.rollback();

        assertThat(db.contains(ann)).isFalse();
        assertThat(ann.nickname()).isEqualTo("lost");
        assertThat(db.get(Customer.class, id).nickname()).isNull();
      }
    }
  }

  private static List<ThrowingCallable> everyUse(Session db) {
    var ann = new Customer("ann");
    return Stream.<ThrowingCallable>of(
            () -> db.add(ann),
            () -> db.remove(ann),
            () -> db.find(Customer.class, 1L),
            () -> db.get(Customer.class, 1L),
            () -> db.select(Customer.class),
            () -> db.insert(List.of(ann)),
            () -> db.update(Customer.class),
            () -> db.delete(Customer.class),
            () -> db.upsert(ann),
            () -> db.refresh(ann),
            () -> db.detach(ann),
            () -> db.contains(ann),
            () -> db.savepoint(() -> {}),
            () -> db.afterCommit(() -> {}),
            () -> db.sql("select 1"),
            () -> db.jdbc(_ -> 1),
            db::flush,
            db::commit,
            db::rollback)
        .toList();
  }

  private static long count(Database database) {
    return database.read(db -> db.select(Customer.class).count());
  }
}
