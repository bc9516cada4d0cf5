package dev.ambix.conformance.transaction;

import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.error.Conflict;
import dev.ambix.error.UsageException;
import dev.ambix.error.ValueRejected;
import dev.ambix.session.Database;
import dev.ambix.session.Listener;
import dev.ambix.session.Session;
import dev.ambix.testing.Committed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong must not be half kept, kept twice, or kept for others.
@EveryEngine
class FailureTest {
  @Test
  @Committed
  void aListenerThatThrowsEndsTheTransaction(Database plain) {
    var database =
        plain.listening(
            new Listener() {
              @Override
              public void onStatement(StatementEvent event) {
                if (event.sql().startsWith("insert")) {
                  throw new IllegalStateException("out of ink");
                }
              }
            });
    try (var db = database.open()) {
      db.add(new Customer("ann"));
      assertThatThrownBy(db::flush).hasMessage("out of ink");

      assertRefused("TransactionFailed", db::flush)
          .hasMessageContaining("failed with [IllegalStateException]");
    }
    assertThat(Shop.count(plain, Customer.class)).isZero();
  }

  @Test
  @Committed
  void aListenerOfTheEndChangesNothing(Database plain) {
    var ran = new AtomicReference<>("");
    var database =
        plain.listening(
            new Listener() {
              @Override
              public void onTransactionEnd(boolean committed) {
                throw new IllegalStateException("out of ink");
              }
            });
    database.write(db -> {
      db.add(new Customer("ann"));
      db.afterCommit(() -> ran.set("yes"));
    });

    assertThat(Shop.count(plain, Customer.class)).isOne();
    assertThat(ran.get()).isEqualTo("yes");
  }

  @Test
  @Committed
  void whatABlockHasCommittedIsNotDoneAgain(Database database) {
    assertThatThrownBy(() ->
            database
                .transaction()
                .retries(2)
                .write(db -> {
                  db.add(new Category("once"));
                  db.commit();
                  throw new Conflict("made up", null);
                }))
        .isInstanceOf(Conflict.class);

    assertThat(Shop.count(database, Category.class)).isOne();
  }

  @Test
  @Committed
  void aCallbackCannotUseItsSession(Database database) {
    var refused = new AtomicReference<UsageException>();
    database.write(db -> {
      db.add(new Customer("ann"));
      db.afterCommit(() -> {
        try {
          db.add(new Customer("bob"));
        } catch (UsageException error) {
          refused.set(error);
        }
      });
    });

    assertThat(refused.get()).hasMessageStartingWith("[AfterCommit] afterCommit: got a use");
    assertThat(Shop.count(database, Customer.class)).isOne();
  }

  @Test
  void anotherEntityInAListIsRefused(Session db) {
    List<Object> mixed = List.of(new Customer("ann"), new Stock("A", 1, 1));

    assertRefused("MixedEntities", () -> db.insert(mixed)).hasMessageContaining("got a Customer");
  }

  @Test
  void aTimeoutHasBounds(Database database) {
    for (var limit :
        List.of(Duration.ofNanos(500_000), Duration.ofSeconds(-1), Duration.ofDays(30))) {
      assertRefused("BadTimeout", () -> database.transaction().statementTimeout(limit))
          .hasMessageContaining("statementTimeout(" + limit + ")");
    }
  }

  @Test
  void aNumberStaysWithinItsColumn(Session db) {
    db.insert(List.of(new Stock("A", 1, 5)));
    var update =
        db.update(Stock.class)
            .set(Stock_.pieces, Stock_.pieces.plus(Integer.MAX_VALUE))
            .where(Stock_.shelf.eq(1));

    assertThatThrownBy(update::execute).isInstanceOf(ValueRejected.class);
  }

  @Nested
  class Texts {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "commit",
          " BEGIN",
          "rollback to x",
          "set search_path to x",
          "savepoint x",
          "end"
        })
    void leaveTheTransactionAndTheConnectionAlone(String text, Session db) {
      assertRefused("SessionControl", () -> refused(db, text)).hasMessageContaining(text.strip());
    }

    private void refused(Session db, String text) {
      switch (text) {
        case "commit" -> db.sql("commit");
        case " BEGIN" -> db.sql(" BEGIN");
        case "rollback to x" -> db.sql("rollback to x");
        case "set search_path to x" -> db.sql("set search_path to x");
        case "savepoint x" -> db.sql("savepoint x");
        default -> db.sql("end");
      }
    }
  }

  @Nested
  class Sandboxes {
    @Test
    void letAReadingSessionOnlyRead(Database database) {
      assertThatThrownBy(() ->
              database.read(db ->
                  db.sql("insert into stock values ('A', 1, 1) returning pieces")
                      .list(Integer.class)))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("[ReadOnlySession]");
      Shop.stock(database, "A", 2, 1);

      assertThat(Shop.count(database, Stock.class)).isOne();
    }
  }
}
