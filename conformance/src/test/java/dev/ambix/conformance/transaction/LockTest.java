package dev.ambix.conformance.transaction;

import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.session.Database;
import dev.ambix.session.Select.LockWait;
import dev.ambix.session.Session;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Rows that are locked while they are read.
@EveryEngine
class LockTest {
  private static List<Stock> locked(Session db, LockWait wait) {
    return db.select(Stock.class)
        .where(Stock_.pieces.gt(0))
        .orderBy(Stock_.shelf.asc())
        .limit(1)
        .forUpdate(wait)
        .list();
  }

  @Test
  void saysSoWhereTheEngineLocksRows(Session db, Engine engine, Statements statements) {
    locked(db, LockWait.WAIT);
    locked(db, LockWait.SKIP_LOCKED);

    if (engine == Engine.POSTGRESQL) {
      assertThat(statements.texts().getFirst()).endsWith(" for update");
      assertThat(statements.texts().getLast()).endsWith(" for update skip locked");
    } else {
      assertThat(statements.texts()).noneMatch(text -> text.contains("update"));
    }
  }

  @Test
  void needsASessionThatWrites(Database database) {
    assertRefused("ReadOnlySession", () -> database.read(db -> locked(db, LockWait.WAIT)));
  }

  @Test
  @Committed
  void bringsObjectsUpToDate(Database database) {
    Shop.stock(database, "A", 1, 5);
    try (var db = database.open()) {
      var stock = db.get(Stock.class, List.of("A", 1));
      database.write(other -> {
        other.get(Stock.class, List.of("A", 1)).pieces(9);
      });
      assertThat(db.select(Stock.class).single().pieces()).isEqualTo(5);

      assertThat(locked(db, LockWait.WAIT)).containsExactly(stock);
      assertThat(stock.pieces()).isEqualTo(9);
    }
  }

  @Test
  @Committed
  void letsConsumersOfAQueueTakeEachRowOnce(Database database) throws Exception {
    int rows = 60;
    for (int i = 0; i < rows; i++) {
      Shop.stock(database, "A", i, 1);
    }
    var taken = new ConcurrentLinkedQueue<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var consumers = new ArrayList<java.util.concurrent.Future<?>>();
      for (int i = 0; i < 4; i++) {
        consumers.add(threads.submit(() -> consume(database, taken)));
      }
      for (var consumer : consumers) {
        consumer.get();
      }
    }

    assertThat(taken).hasSize(rows).doesNotHaveDuplicates();
  }

  private static void consume(Database database, ConcurrentLinkedQueue<Integer> taken) {
    while (Shop.pieces(database) > 0) {
      int shelf =
          database.writeReturning(db -> {
            var next = locked(db, LockWait.SKIP_LOCKED);
            next.forEach(stock -> stock.pieces(0));
            return next.isEmpty() ? -1 : next.getFirst().shelf();
          });
      if (shelf >= 0) {
        taken.add(shelf);
      }
    }
  }
}
