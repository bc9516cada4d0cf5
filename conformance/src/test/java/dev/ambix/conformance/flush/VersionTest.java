package dev.ambix.conformance.flush;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.error.StaleEntity;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Statements;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Versions: nobody overwrites what they have not seen.
@EveryEngine
class VersionTest {
  @Nested
  class Counting {
    @Test
    void startsAtZeroAndGrowsWithEachChange(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      assertThat(ann.version()).isZero();
      ann.nickname("annie");
      db.flush();
      ann.nickname("an").credit(1);
      db.flush();

      assertThat(ann.version()).isEqualTo(2);
      assertThat(db.select(Customer.class).where(Customer_.version.eq(2)).exists()).isTrue();
    }

    @Test
    void ignoresWhatTheProgramWrites(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();
      statements.clear();
      new Customer_().set(ann, version(), 77);
      db.flush();
      assertThat(statements.all()).isEmpty();

      ann.nickname("annie");
      db.flush();
      assertThat(ann.version()).isEqualTo(1);
    }

    private static int version() {
      return new Customer_().columns().indexOf(Customer_.version);
    }
  }

  @Nested
  class Stale {
    @Test
    void updateNamesTheRow(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      overtake(db);
      ann.nickname("annie");

      assertFails(StaleEntity.class, db::flush)
          .hasMessageContaining("Customer " + ann.id() + ": the row was changed or deleted")
          .satisfies(error -> {
            assertThat(error.entity()).isEqualTo("Customer");
            assertThat(error.key()).isEqualTo(ann.id());
          });
    }

    @Test
    void deletionNamesTheRow(Session db) {
      var customers = Shop.customers(db, "ann", "bob");
      db.sql("update customers set version = version + 1 where name = 'bob'").execute();
      customers.forEach(db::remove);

      assertFails(StaleEntity.class, db::flush)
          .satisfies(error -> assertThat(error.key()).isEqualTo(customers.getLast().id()));
    }

    @Test
    void updateOfADeletedRowIsFoundWithoutAVersionToo(Session db) {
      var place = db.add(new Stock("a", 1, 5));
      db.flush();
      db.sql("delete from stock").execute();
      place.pieces(6);

      assertFails(StaleEntity.class, db::flush)
          .satisfies(error -> assertThat(error.entity()).isEqualTo("Stock"));
    }

    @Test
    void leavesNothingOfTheFlush(Database database) {
      long id = Shop.customer(database, "ann");
      try (var db = database.open()) {
        db.add(new Stock("a", 1, 5));
        var ann = db.get(Customer.class, id);
        overtake(db);
        ann.nickname("annie");
        assertFails(StaleEntity.class, db::flush);

        assertRefused("TransactionFailed", db::commit).hasMessageContaining("[StaleEntity]");
        db.rollback();
        assertThat(db.select(Stock.class).count()).isZero();
      }
    }

    @Test
    void isHealedByReadingAgain(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      overtake(db);
      db.refresh(ann);
      ann.nickname("annie");
      db.flush();

      assertThat(ann.version()).isEqualTo(2);
    }

    private static void overtake(Session db) {
      db.sql("update customers set version = version + 1").execute();
    }
  }

  @Nested
  @Committed
  class Concurrently {
    @Test
    void noIncrementIsLost(Database database) throws Exception {
      long id = Shop.customer(database, "ann");
      int threads = 8;
      int rounds = 3;
      var start = new CyclicBarrier(threads);
      try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
        var all = new ArrayList<Future<Integer>>();
        for (int i = 0; i < threads; i++) {
          all.add(
              executor.submit(() -> {
                start.await();
                return increments(database, id, rounds);
              }));
        }
        int done = 0;
        for (var each : all) {
          done += each.get();
        }
        assertThat(done).isEqualTo(threads * rounds);
      }

      Customer ann = database.read(db -> db.get(Customer.class, id));
      assertThat(ann.credit()).isEqualTo(5 + threads * rounds);
      assertThat(ann.version()).isEqualTo(threads * rounds);
    }

    /// Reads, adds one and writes until that went through, as often as told.
    private static int increments(Database database, long id, int rounds) {
      int done = 0;
      while (done < rounds) {
        try {
          database
              .transaction()
              .retries(20)
              .write(db -> {
                var ann = db.get(Customer.class, id);
                ann.credit(ann.credit() + 1);
              });
          done++;
        } catch (StaleEntity overtaken) {
          Thread.onSpinWait();
        }
      }
      return done;
    }
  }
}
