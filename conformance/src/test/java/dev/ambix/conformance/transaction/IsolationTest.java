package dev.ambix.conformance.transaction;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.error.Conflict;
import dev.ambix.session.Database;
import dev.ambix.session.Isolation;
import dev.ambix.session.Session;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What transactions see of each other, and what happens when they meet.
class IsolationTest {
  @Nested
  @EveryEngine
  @Committed
  class OfReaders {
    @Test
    void keepsASnapshotWhenAskedTo(Database database) {
      for (var level : List.of(Isolation.REPEATABLE_READ, Isolation.SERIALIZABLE)) {
        long before = database.read(db -> db.select(Customer.class).count());
        try (var db = database.transaction().isolation(level).open(true)) {
          assertThat(db.select(Customer.class).count()).isEqualTo(before);
          Shop.customer(database, level.name());
          assertThat(db.select(Customer.class).count()).isEqualTo(before);
          db.commit();
          assertThat(db.select(Customer.class).count()).isEqualTo(before + 1);
        }
      }
    }

    @Test
    void refusesANegativeNumberOfRetries(Database database) {
      assertRefused("NegativeLimit", () -> database.transaction().retries(-1));
    }
  }

  /// Two transactions that meet, on an engine that lets two write at once.
  @Nested
  @AmbixTest(engines = Engine.POSTGRESQL)
  @Committed
  class OfWriters {
    @Test
    void failsOneWhenBothReadWhatTheOtherWrites(Database database) throws Exception {
      Shop.stock(database, "a", 1, 10);
      Shop.stock(database, "a", 2, 10);
      var meeting = new Meeting();

      var outcome =
          meeting.both(
              () -> writeSkew(database, 0, 1, meeting), () -> writeSkew(database, 0, 2, meeting));
      assertThat(outcome).containsExactlyInAnyOrder("done", "Conflict");
      assertThat(pieces(database)).isEqualTo(10);
    }

    @Test
    void isHealedByRetries(Database database) throws Exception {
      Shop.stock(database, "a", 1, 10);
      Shop.stock(database, "a", 2, 10);
      var meeting = new Meeting();

      var outcome =
          meeting.both(
              () -> writeSkew(database, 5, 1, meeting), () -> writeSkew(database, 5, 2, meeting));
      assertThat(outcome).containsExactly("done", "done");
      assertThat(meeting.attempts.get()).isGreaterThanOrEqualTo(3);
      assertThat(pieces(database)).isEqualTo(10);
    }

    @Test
    void failsOneOfADeadlockAndTheOtherGoesOn(Database database) throws Exception {
      Shop.stock(database, "a", 1, 10);
      Shop.stock(database, "a", 2, 10);
      var meeting = new Meeting();

      var outcome =
          meeting.both(
              () -> crosswise(database, 0, 1, 2, meeting),
              () -> crosswise(database, 0, 2, 1, meeting));
      assertThat(outcome).containsExactlyInAnyOrder("done", "Conflict");
    }

    @Test
    void endsADeadlockByARetry(Database database) throws Exception {
      Shop.stock(database, "a", 1, 10);
      Shop.stock(database, "a", 2, 10);
      var meeting = new Meeting();

      var outcome =
          meeting.both(
              () -> crosswise(database, 5, 1, 2, meeting),
              () -> crosswise(database, 5, 2, 1, meeting));
      assertThat(outcome).containsExactly("done", "done");
      assertThat(pieces(database)).isEqualTo(16);
    }

    @Test
    void runsTheCallbacksOfTheLastAttemptOnly(Database database) {
      var attempts = new AtomicInteger();
      var seen = new ArrayList<Integer>();
      database
          .transaction()
          .retries(2)
          .write(db -> {
            int attempt = attempts.incrementAndGet();
            db.afterCommit(() -> seen.add(attempt));
            db.add(new Stock("a", attempt, 1));
            db.flush();
            if (attempt < 3) {
              throw new Conflict("for the test", null);
            }
          });

      assertThat(seen).containsExactly(3);
      assertThat(Shop.count(database, Stock.class)).isOne();
    }

    @Test
    void givesUpAfterTheLastRetry(Database database) {
      var attempts = new AtomicInteger();
      Consumer<Session> block =
          _ -> {
            attempts.incrementAndGet();
            throw new Conflict("for the test", null);
          };
      assertFails(Conflict.class, () -> database.transaction().retries(2).write(block));

      assertThat(attempts.get()).isEqualTo(3);
    }

    /// Takes everything from one shelf if there is enough on both: both may not.
    private static void writeSkew(Database database, int retries, int shelf, Meeting meeting) {
      database
          .transaction()
          .isolation(Isolation.SERIALIZABLE)
          .retries(retries)
          .write(db -> {
            int attempt = meeting.attempts.incrementAndGet();
            var all = db.select(Stock.class).list();
            if (attempt <= 2) {
              meeting.waitForTheOther();
            }
            if (all.stream().mapToInt(Stock::pieces).sum() >= 20) {
              db.get(Stock.class, List.of("a", shelf)).pieces(0);
            }
          });
    }

    /// Adds pieces to one shelf, then to the other.
    private static void crosswise(
        Database database, int retries, int first, int second, Meeting meeting) {
      database
          .transaction()
          .retries(retries)
          .write(db -> {
            int attempt = meeting.attempts.incrementAndGet();
            take(db, first);
            if (attempt <= 2) {
              meeting.waitForTheOther();
            }
            take(db, second);
          });
    }

    private static void take(Session db, int shelf) {
      db.sql("update stock set pieces = pieces - 1 where shelf = :shelf")
          .bind("shelf", shelf)
          .execute();
    }

    private static long pieces(Database database) {
      return database.read(
          db -> db.sql("select sum(pieces) from stock").optional(Long.class).orElseThrow());
    }
  }

  /// Two threads that wait for each other once.
  private static final class Meeting {
    private final CyclicBarrier barrier = new CyclicBarrier(2);
    private final AtomicInteger attempts = new AtomicInteger();

    void waitForTheOther() {
      try {
        barrier.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException error) {
        throw new IllegalStateException(error);
      }
    }

    /// How both blocks ended, in order.
    List<String> both(Runnable one, Runnable other) throws Exception {
      try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
        var first = executor.submit(() -> outcome(one));
        var second = executor.submit(() -> outcome(other));
        return List.of(first.get(), second.get());
      }
    }

    private static String outcome(Runnable block) {
      try {
        block.run();
        return "done";
      } catch (Conflict conflict) {
        return conflict.code();
      }
    }
  }
}
