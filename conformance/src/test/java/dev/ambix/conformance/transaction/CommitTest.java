package dev.ambix.conformance.transaction;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.error.UniqueViolation;
import dev.ambix.session.Database;
import dev.ambix.session.Listener;
import dev.ambix.session.Session;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Transactions as blocks, and what follows them.
@EveryEngine
class CommitTest {
  @Nested
  class Blocks {
    @Test
    @Committed
    void commitWhenTheyReturn(Database database) {
      long id = Shop.customer(database, "ann");

      String name = database.read(db -> db.get(Customer.class, id).name());
      assertThat(name).isEqualTo("ann");
    }

    @Test
    @Committed
    void rollBackWhenTheyThrow(Database database) {
      assertThatIllegalStateException()
          .isThrownBy(() ->
              database.write(db -> {
                Shop.customers(db, "ann");
                throw new IllegalStateException("undo");
              }))
          .withMessage("undo");

      assertThat(count(database)).isZero();
      assertThat(database.pool().active()).isZero();
    }

    @Test
    @Committed
    void rollBackWhenTheirLastFlushFails(Database database) {
      Shop.customer(database, "ann");
      assertFails(
          UniqueViolation.class,
          () ->
              database.write(db -> {
                db.add(new Stock("a", 1, 1));
                db.add(new Customer("ann"));
              }));

      assertThat(Shop.count(database, Stock.class)).isZero();
    }

    @Test
    @Committed
    void seeNothingOfWhatOthersHaveNotCommitted(Database database) {
      try (var db = database.open()) {
        Shop.customers(db, "ann");
        assertThat(count(database)).isZero();
        db.commit();
        assertThat(count(database)).isOne();
      }
    }
  }

  @Nested
  class Reads {
    @Test
    @Committed
    void runAloneUntilTheFirstWrite(Database database, Engine engine) {
      Shop.customer(database, "ann");
      var ends = new ArrayList<Boolean>();
      try (var db = database.listening(ends(ends)).open()) {
        db.select(Customer.class).list();
        assertThat(transactions(database, engine)).isZero();
        db.commit();
        assertThat(ends).isEmpty();

        db.select(Customer.class).single().nickname("annie");
        db.flush();
        assertThat(transactions(database, engine)).isEqualTo(engine == Engine.SQLITE ? 0 : 1);
        db.commit();
        assertThat(ends).containsExactly(true);

        db.add(new Customer("bob"));
        db.flush();
        db.rollback();
        assertThat(ends).containsExactly(true, false);
      }
    }

    @Test
    @Committed
    void seeWhatOthersCommitBetweenThem(Database database) {
      try (var db = database.open()) {
        assertThat(db.select(Customer.class).count()).isZero();
        Shop.customer(database, "ann");
        assertThat(db.select(Customer.class).count()).isOne();
      }
    }

    private static Listener ends(List<Boolean> ends) {
      return new Listener() {
        @Override
        public void onTransactionEnd(boolean committed) {
          ends.add(committed);
        }
      };
    }

    /// How many connections but the asking one are in a transaction; SQLite cannot tell.
    private static long transactions(Database database, Engine engine) {
      return engine == Engine.SQLITE
          ? 0
          : database.read(db ->
              db.sql(
                      """
                      select count(*) from pg_stat_activity
                      where datname = current_database() and pid <> pg_backend_pid()
                        and xact_start is not null\
                      """)
                  .optional(Long.class)
                  .orElseThrow());
    }
  }

  @Nested
  class AfterCommit {
    @Test
    @Committed
    void runsOnceOutsideTheTransaction(Database database) {
      var seen = new ArrayList<Object>();
      try (var db = database.open()) {
        db.afterCommit(() -> seen.add(count(database)));
        db.afterCommit(() -> seen.add(database.pool().active()));
        Shop.customers(db, "ann");
        assertThat(seen).isEmpty();
        db.commit();
        assertThat(seen).containsExactly(1L, 0);
        db.commit();
        assertThat(seen).hasSize(2);
      }
    }

    @Test
    void runsAfterACommitThatHadNothingToDo(Database database) {
      var seen = new ArrayList<String>();
      database.write(db -> db.afterCommit(() -> seen.add("run")));

      assertThat(seen).containsExactly("run");
    }

    @Test
    void neverRunsAfterARollback(Database database) {
      var seen = new ArrayList<String>();
      Shop.customer(database, "ann");
      try (var db = database.open()) {
        db.afterCommit(() -> seen.add("rolled back"));
        db.rollback();
        db.commit();
        db.afterCommit(() -> seen.add("failed"));
        db.add(new Customer("ann"));
        assertFails(UniqueViolation.class, db::flush);
        assertRefused("TransactionFailed", db::commit);
        db.rollback();
        db.afterCommit(() -> seen.add("closed"));
      }
      assertThat(seen).isEmpty();
    }

    @Test
    void thatFailsIsLoggedAndKeepsNothingFromRunning(Database database) {
      var seen = new ArrayList<String>();
      var logged =
          logged(() ->
              database.write(db -> {
                Shop.customers(db, "ann");
                db.afterCommit(() -> {
                  throw new IllegalStateException("mail server down");
                });
                db.afterCommit(() -> seen.add("second"));
              }));

      assertThat(seen).containsExactly("second");
      assertThat(count(database)).isOne();
      assertThat(logged).hasSize(1);
      assertThat(logged.getFirst().getMessage()).startsWith("[AfterCommitFailed] afterCommit: ");
      assertThat(logged.getFirst().getThrown()).hasMessage("mail server down");
    }

    /// What the session layer logs in the meantime, which does not go to the console.
    private static List<LogRecord> logged(Runnable block) {
      var logger = Logger.getLogger("dev.ambix.session");
      var records = new ArrayList<LogRecord>();
      var handler =
          new StreamHandler() {
            @Override
            public void publish(LogRecord record) {
              records.add(record);
            }
          };
      logger.setUseParentHandlers(false);
      logger.addHandler(handler);
      try {
        block.run();
      } finally {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
      }
      return records;
    }
  }

  @Nested
  class Savepoints {
    @Test
    void keepWhatTheyDidWhenTheyReturn(Session db) {
      db.savepoint(() -> Shop.customers(db, "ann"));

      assertThat(db.select(Customer.class).count()).isOne();
    }

    @Test
    void undoWhatTheyDidWhenTheyThrow(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      var place = db.add(new Stock("a", 1, 1));
      var bob = new Customer("bob");
      assertUndone(
          db,
          () -> {
            ann.nickname("annie");
            db.flush();
            ann.credit(0);
            db.remove(place);
            db.add(bob);
            db.flush();
          });

      assertThat(ann.nickname()).isNull();
      assertThat(ann.credit()).isEqualTo(5);
      assertThat(ann.version()).isZero();
      assertThat(db.contains(place)).isTrue();
      assertThat(db.contains(bob)).isFalse();
      assertThat(db.select(Customer.class).list()).containsExactly(ann);
      assertThat(db.select(Stock.class).list()).containsExactly(place);
    }

    @Test
    void leaveObjectsThatCanStillBeChanged(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      assertUndone(
          db,
          () -> {
            ann.nickname("lost");
            db.flush();
          });
      ann.nickname("annie");
      db.flush();

      assertThat(ann.version()).isEqualTo(1);
      assertThat(db.sql("select nickname from customers").list(String.class))
          .containsExactly("annie");
    }

    @Test
    void forgetWhatWasLoadedInThem(Session db) {
      var loaded = new ArrayList<Customer>();
      Shop.customers(db, "ann");
      db.commit();
      assertUndone(db, () -> loaded.addAll(db.select(Customer.class).list()));

      assertThat(db.select(Customer.class).single().name()).isEqualTo("ann");
    }

    @Test
    void nest(Session db) {
      db.savepoint(() -> {
        Shop.customers(db, "ann");
        assertUndone(
            db,
            () -> {
              Shop.customers(db, "bob");
              db.savepoint(() -> Shop.customers(db, "cid"));
            });
        db.savepoint(() -> Shop.customers(db, "dan"));
      });

      assertThat(db.select(Customer.class).list())
          .extracting(Customer::name)
          .containsExactlyInAnyOrder("ann", "dan");
    }

    @Test
    void undoTheInnerOnesWithTheOuter(Session db) {
      assertUndone(db, () -> db.savepoint(() -> Shop.customers(db, "ann")));

      assertThat(db.select(Customer.class).count()).isZero();
    }

    @Test
    void dropTheCallbacksOfWhatIsUndone(Database database) {
      var seen = new ArrayList<String>();
      database.write(db -> {
        db.afterCommit(() -> seen.add("before"));
        assertUndone(db, () -> db.afterCommit(() -> seen.add("undone")));
        db.savepoint(() -> db.afterCommit(() -> seen.add("kept")));
      });

      assertThat(seen).containsExactly("before", "kept");
    }

    @Test
    void mayNotBeLeftByACommitOrARollback(Session db) {
      assertRefused("InSavepoint", () -> db.savepoint(db::commit))
          .hasMessageContaining("session: got commit in a savepoint");
      assertRefused("InSavepoint", () -> db.savepoint(db::rollback));
      Shop.customers(db, "ann");
      assertThat(db.select(Customer.class).count()).isOne();
    }

    @Test
    void failWithTheFlushAtTheirEnd(Session db, Statements statements) {
      Shop.customers(db, "ann");
      assertFails(UniqueViolation.class, () -> db.savepoint(() -> db.add(new Customer("ann"))));
      statements.clear();
      db.flush();

      assertThat(statements.all()).isEmpty();
    }

    private static void assertUndone(Session db, Runnable block) {
      assertThatIllegalStateException()
          .isThrownBy(() ->
              db.savepoint(() -> {
                block.run();
                db.flush();
                throw new IllegalStateException("undo");
              }));
    }
  }

  private static long count(Database database) {
    return Shop.count(database, Customer.class);
  }
}
