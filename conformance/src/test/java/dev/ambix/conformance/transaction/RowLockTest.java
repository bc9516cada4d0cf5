package dev.ambix.conformance.transaction;

import static dev.ambix.conformance.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.error.Conflict;
import dev.ambix.session.Database;
import dev.ambix.session.Select;
import dev.ambix.session.Select.LockWait;
import dev.ambix.session.Session;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What only an engine with locks of rows can show.
@AmbixTest(engines = Engine.POSTGRESQL)
@Committed
class RowLockTest {
  @BeforeEach
  void fill(Database database) {
    Shop.stock(database, "A", 1, 5);
    Shop.stock(database, "A", 2, 5);
  }

  private static Select<Stock> first(Session db) {
    return db.select(Stock.class).orderBy(Stock_.shelf.asc()).limit(1);
  }

  /// Runs work on another thread while this one holds the first row.
  private static void besideALock(Database database, Runnable work) {
    database.write(db -> {
      first(db).forUpdate().single();
      CompletableFuture.runAsync(work).join();
    });
  }

  @Test
  void failsAtOnceOnALockedRow(Database database) {
    besideALock(
        database,
        () ->
            assertFails(
                Conflict.class,
                () ->
                    database.write(other -> {
                      first(other).forUpdate(LockWait.NOWAIT).list();
                    })));
  }

  @Test
  void passesOverALockedRow(Database database) {
    besideALock(
        database,
        () -> {
          int shelf =
              database.writeReturning(
                  other -> first(other).forUpdate(LockWait.SKIP_LOCKED).single().shelf());
          assertThat(shelf).isEqualTo(2);
        });
  }

  @Test
  void readsALockedRowWithoutALock(Database database) {
    besideALock(
        database,
        () -> assertThat(database.<Integer>read(db -> first(db).single().shelf())).isOne());
  }
}
