package dev.ambix.conformance.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.session.Database;
import dev.ambix.session.Select.LockWait;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import dev.ambix.testing.Committed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Sessions at the same time, on eight threads.
@EveryEngine
@Committed
@AllowRepeats
class ConcurrencyTest {
  private static final int THREADS = 8;
  private static final int ROWS = 100;

  @Test
  void consumersOfAQueueTakeNoRowTwice(Database database) throws Exception {
    IntStream.range(0, ROWS).forEach(shelf -> Shop.stock(database, "Q", shelf, 1));
    Queue<Integer> taken = new ConcurrentLinkedQueue<>();

    together(_ -> {
      while (database.writeReturning(
          db -> {
            var next =
                db.select(Stock.class)
                    .where(Stock_.pieces.gt(0))
                    .limit(1)
                    .forUpdate(LockWait.SKIP_LOCKED)
                    .optional();
            next.ifPresent(row -> {
              taken.add(row.shelf());
              row.pieces(0);
            });
            return next.isPresent();
          })) {
        Thread.onSpinWait();
      }
      return true;
    });

    assertThat(taken)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ROWS).boxed().toList());
  }

  @Test
  void writersOfTheSameRowsInAnyOrderAllFinish(Database database) throws Exception {
    IntStream.range(0, ROWS).forEach(shelf -> Shop.stock(database, "W", shelf, 0));

    together(writer -> {
      var shelves = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
      Collections.shuffle(shelves, new Random(writer));
      for (int start = 0; start < ROWS; start += 4) {
        var some = shelves.subList(start, start + 4);
        database.transaction().retries(100).write(db -> some.forEach(each -> count(db, each)));
      }
      return true;
    });

    var pieces = database.read(db -> db.select(Stock.class).value(Stock_.pieces).list());
    assertThat(pieces).hasSize(ROWS).containsOnly(THREADS);
  }

  @Test
  void writersThatFlushTogetherLockInOneOrder(Database database) throws Exception {
    IntStream.range(0, ROWS).forEach(shelf -> Shop.stock(database, "F", shelf, 0));

    together(writer -> {
      var random = new Random(writer);
      for (int round = 0; round < 3; round++) {
        database
            .transaction()
            .retries(100)
            .write(db -> {
              List<Stock> rows = new ArrayList<>(db.select(Stock.class).forUpdate().list());
              Collections.shuffle(rows, random);
              rows.forEach(row -> row.pieces(row.pieces() + 1));
            });
      }
      return true;
    });

    var pieces = database.read(db -> db.select(Stock.class).value(Stock_.pieces).list());
    assertThat(pieces).hasSize(ROWS).containsOnly(3 * THREADS);
  }

  private static void count(Session db, int shelf) {
    db.update(Stock.class)
        .set(Stock_.pieces, Stock_.pieces.plus(1))
        .where(Stock_.shelf.eq(shelf))
        .execute();
  }

  private interface Work {
    boolean run(int thread) throws Exception;
  }

  private static void together(Work work) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks =
          IntStream.range(0, THREADS)
              .<Callable<Boolean>>mapToObj(thread -> () -> work.run(thread))
              .toList();
      for (var done : executor.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
    }
  }
}
