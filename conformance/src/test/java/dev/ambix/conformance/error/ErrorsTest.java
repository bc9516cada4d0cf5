package dev.ambix.conformance.error;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.error.CheckViolation;
import dev.ambix.error.Conflict;
import dev.ambix.error.DatabaseUnavailable;
import dev.ambix.error.ForeignKeyViolation;
import dev.ambix.error.NotNullViolation;
import dev.ambix.error.PoolTimeout;
import dev.ambix.error.QueryFailed;
import dev.ambix.error.QueryTimeout;
import dev.ambix.error.UniqueViolation;
import dev.ambix.error.ValueRejected;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What the database refuses, as the program sees it.
class ErrorsTest {
  @Nested
  @EveryEngine
  class Constraints {
    @Test
    void ofAUniqueKeyNameTheKey(Session db) {
      Shop.customers(db, "ann");
      db.add(new Customer("ann"));

      assertFails(UniqueViolation.class, db::flush)
          .hasMessageNotContaining("ann")
          .satisfies(error -> {
            assertThat(error.table()).isEqualTo("customers");
            assertThat(error.constraint()).isEqualTo("uq_customers_name");
            assertThat(error.columns()).containsExactly("name");
          });
    }

    @Test
    void ofAPrimaryKeySayWhatToUseInstead(Session db) {
      db.add(new Stock("a", 1, 5));
      db.commit();
      db.insert(List.of(new Stock("b", 1, 5)));

      assertFails(UniqueViolation.class, () -> db.insert(List.of(new Stock("a", 1, 6))))
          .hasMessageContaining("stock.warehouse, shelf: a row of this key is there already")
          .hasMessageContaining("Use find and change what it gives, or upsert.");
    }

    @Test
    void ofAUniqueKeyHoldForUpdates(Session db) {
      Shop.customers(db, "ann", "bob").getLast().name("ann");

      assertFails(UniqueViolation.class, db::flush)
          .satisfies(error -> assertThat(error.columns()).containsExactly("name"));
    }

    @Test
    void ofThePrimaryKeyNameItsColumns(Session db) {
      db.add(new Stock("a", 1, 1));
      db.flush();

      assertFails(UniqueViolation.class, () -> db.insert(List.of(new Stock("a", 1, 2))))
          .satisfies(error -> {
            assertThat(error.table()).isEqualTo("stock");
            assertThat(error.constraint()).isEqualTo("pk_stock");
            assertThat(error.columns()).containsExactly("warehouse", "shelf");
          });
    }

    @Test
    void ofAForeignKeyNameTheTable(Session db, Engine engine) {
      db.add(new Purchase(4711, Shop.DAY, BigDecimal.ONE));

      assertFails(ForeignKeyViolation.class, db::flush)
          .hasMessageContaining("a row refers to one that is missing, or is still referred to")
          .satisfies(error -> {
            assertThat(error.table()).isEqualTo("purchases");
            assertThat(error.constraint())
                .isEqualTo(engine == Engine.SQLITE ? "" : "fk_purchases_customer_id");
          });
    }

    @Test
    void ofAForeignKeyHoldForDeletions(Session db) {
      var root = db.add(new Category("root"));
      db.add(new Category("child").parent(root));
      db.flush();

      assertFails(
          ForeignKeyViolation.class,
          () -> db.sql("delete from categories" + " where parent_id is null").execute());
    }

    @Test
    void ofNotNullNameTheColumn(Session db) {
      db.add(new Customer(null));

      assertFails(NotNullViolation.class, db::flush)
          .hasMessageContaining("customers.name: got NULL")
          .satisfies(error -> assertThat(error.column()).isEqualTo("name"));
    }

    @Test
    void ofACheckNameIt(Session db) {
      Shop.customers(db, "ann");

      assertFails(CheckViolation.class, () -> db.sql("update customers set tier = 'TIN'").execute())
          .hasMessageNotContaining("TIN")
          .satisfies(error -> {
            assertThat(error.table()).isEqualTo("customers");
            assertThat(error.constraint()).isEqualTo("ck_customers_tier");
          });
    }

    @Test
    void ofAValueRejectWhatIsTooLongInSqlToo(Session db) {
      Shop.customers(db, "ann");

      assertFails(
              ValueRejected.class,
              () ->
                  db.sql("update customers set name = :name")
                      .bind("name", "s3cret".repeat(9))
                      .execute())
          .hasMessageNotContaining("s3cret");
    }

    @Test
    void ofATextRejectWhatNoEngineStores(Session db) {
      db.add(new Customer("a\u0000b"));

      assertFails(ValueRejected.class, db::flush);
    }
  }

  @Nested
  @EveryEngine
  @Committed
  class Statements {
    @Test
    void thatRunTooLongAreCancelled(Database database) {
      var limit = Duration.ofMillis(100);
      assertFails(
              QueryTimeout.class,
              () ->
                  database
                      .transaction()
                      .statementTimeout(limit)
                      .write(db ->
                          db.sql(
                                  """
                                  with recursive n(i) as (select 1 union all select i + 1 from n)
                                  select count(*) from n\
                                  """)
                              .list(Long.class)))
          .hasMessageContaining("statement: cancelled after 100 ms: with recursive");
      database.write(db -> Shop.customers(db, "ann"));
      assertThat(Shop.count(database, Customer.class)).isOne();
    }

    @Test
    void thatAreWrongFailWithTheirTextAndNoValues(Database database) {
      assertFails(
              QueryFailed.class,
              () ->
                  database.write(db ->
                      db.sql("select * from nowhere where a = :a")
                          .bind("a", "s3cret")
                          .list(String.class)))
          .hasMessageContaining("select * from nowhere where a = ?")
          .hasMessageNotContaining("s3cret")
          .satisfies(error -> assertThat(error.sqlState()).isNotEmpty());
    }
  }

  @Nested
  @EveryEngine
  @Committed
  class Connections {
    @Test
    void thatAreAllTakenAreNamedByTheirHolders(TestDatabase own) {
      var database = own.open("pool=1&pool_timeout=100ms");
      try (var holder = database.open();
          var other = Executors.newSingleThreadExecutor()) {
        Shop.customers(holder, "ann");

        assertFails(
                PoolTimeout.class, () -> joined(other.submit(() -> Shop.customer(database, "bob"))))
            .hasMessageContaining("pool: no connection became free in")
            .satisfies(error ->
                assertThat(error.holders())
                    .singleElement()
                    .asString()
                    .contains(Thread.currentThread().getName())
                    .contains("last SQL: insert into \"customers\"")
                    .doesNotContain("ann"));
        holder.commit();
        assertThat(Shop.customer(database, "bob")).isPositive();
      }
    }

    private static void joined(Future<?> work) throws Throwable {
      try {
        work.get();
      } catch (ExecutionException failure) {
        throw failure.getCause();
      }
    }

    @Test
    void countThemselves(TestDatabase own) {
      var database = own.open("pool=2");
      try (var db = database.open()) {
        Shop.customers(db, "ann");
        assertThat(database.pool().active()).isEqualTo(1);
        assertThat(database.pool().waiting()).isZero();
      }
      assertThat(database.pool().active()).isZero();
      assertThat(database.pool().idle()).isPositive();
    }

    @Test
    void thatCannotBeMadeSaySo() {
      try (var nowhere = Database.open("postgresql://nobody@127.0.0.1:1/nothing")) {
        assertFails(DatabaseUnavailable.class, () -> Shop.count(nowhere, Customer.class))
            .hasMessageNotContaining("nobody");
      }
    }

    @Test
    void thatAreClosedSaySo(TestDatabase own) {
      var database = own.open("");
      database.close();

      assertRefused("DatabaseClosed", () -> Shop.count(database, Customer.class));
    }

    @Test
    void thatAThreadHoldsItselfAreNotWaitedFor(TestDatabase own) {
      var database = own.open("pool=1&pool_timeout=1h");

      database.write(db -> {
        Shop.customers(db, "ann");
        assertRefused("NestedTransaction", () -> Shop.customer(database, "bob"))
            .hasMessageContaining("Use the outer session");
      });
      assertThat(Shop.count(database, Customer.class)).isOne();
    }
  }

  @Nested
  @AmbixTest(engines = Engine.POSTGRESQL)
  @Committed
  class Locks {
    @Test
    void thatAreNotToBeHadAreAConflict(TestDatabase own) {
      var database = own.open("lock_timeout=100ms");
      Shop.stock(database, "a", 1, 1);
      try (var holder = database.open()) {
        holder.select(Stock.class).single().pieces(2);
        holder.flush();

        assertFails(
            Conflict.class, () -> database.write(db -> db.select(Stock.class).single().pieces(3)));
      }
    }

    @Test
    void areKeptFromAConstantQueryOn(TestDatabase own) {
      var database = own.open("lock_timeout=100ms");
      Shop.stock(database, "a", 1, 1);
      try (var holder = database.open()) {
        holder.sql("select * from stock for update").list(Stock.class);

        assertFails(
            Conflict.class, () -> database.write(db -> db.select(Stock.class).single().pieces(3)));
      }
    }

    @Test
    void killedConnectionsAreUnavailable(Database database) {
      try (var db = database.open()) {
        Shop.customers(db, "ann");
        database.write(other ->
            other
                .sql(
                    """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()\
                    """)
                .list(Boolean.class));

        assertFails(DatabaseUnavailable.class, db::commit);
      }
      assertThat(Shop.count(database, Customer.class)).isZero();
    }
  }

  @Nested
  @EveryEngine
  @Committed
  class Concurrently {
    @Test
    void oneOfManyInsertionsOfAKeyWins(Database database) throws Exception {
      assertThat(concurrently(6, _ -> inserted(database, "ann"))).containsOnlyOnce("inserted");
      assertThat(Shop.count(database, Customer.class)).isOne();
    }

    @Test
    void writersQueueAndAllSucceed(Database database) throws Exception {
      assertThat(concurrently(8, i -> manyInserted(database, i))).containsOnly("inserted");
      assertThat(Shop.count(database, Stock.class)).isEqualTo(8L * 10);
    }

    @Test
    void writersThatReadFirstQueueAndAllSucceed(Database database) throws Exception {
      var root = UUID.randomUUID();
      assertThat(
              concurrently(
                  8,
                  i -> {
                    database.write(db -> {
                      assertThat(db.find(Category.class, root)).isEmpty();
                      db.add(new Stock("w", i, 1));
                    });
                    return "inserted";
                  }))
          .containsOnly("inserted");
    }

    private static String inserted(Database database, String name) {
      try {
        Shop.customer(database, name);
        return "inserted";
      } catch (UniqueViolation taken) {
        return taken.columns().getFirst();
      }
    }

    private static String manyInserted(Database database, int thread) {
      for (int i = 0; i < 10; i++) {
        Shop.stock(database, "w" + thread, i, 1);
      }
      return "inserted";
    }

    private static List<String> concurrently(int threads, IntFunction<String> work)
        throws Exception {
      var start = new CyclicBarrier(threads);
      try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
        var all = new ArrayList<Future<String>>();
        for (int i = 0; i < threads; i++) {
          int thread = i;
          all.add(
              executor.submit(() -> {
                start.await();
                return work.apply(thread);
              }));
        }
        var results = new ArrayList<String>();
        for (var each : all) {
          results.add(each.get());
        }
        return results;
      }
    }
  }
}
