package dev.ambix.conformance.stream;

import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.CustomerCard;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.session.Database;
import dev.ambix.session.Isolation;
import dev.ambix.session.Listener;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Results that are read one row after the other.
@EveryEngine
@Committed
class StreamTest {
  private static final int PLACES = 2_500;

  @BeforeEach
  void fill(Database database) {
    database.write(
        db -> db.insert(IntStream.range(0, PLACES).mapToObj(i -> new Stock("w", i, i)).toList()));
  }

  @Test
  void givesAllRowsInOrder(Database database) {
    List<Integer> shelves =
        database.read(db -> {
          try (var places = places(db)) {
            return places.map(Stock::shelf).toList();
          }
        });
    assertThat(shelves).isEqualTo(IntStream.range(0, PLACES).boxed().toList());
  }

  @Test
  void isOneStatementThatKnowsItsRows(Database database, Statements statements) {
    database.read(db -> {
      try (var places = places(db)) {
        return places.limit(10).count();
      }
    });
    assertThat(statements.all())
        .singleElement()
        .satisfies(statement -> {
          assertThat(statement.rows()).isEqualTo(1_000);
          assertThat(statement.caller().orElseThrow().getMethodName()).isEqualTo("places");
        });
  }

  @Test
  void readsProjectionsAndConstantSql(Database database) {
    Shop.customer(database, "ann");
    try (var db = database.open();
        var cards = db.select(CustomerCard.class).stream();
        var names = db.sql("select name from customers").stream(String.class);
        var customers =
            db.sql("select * from customers where name = :name").bind("name", "ann").stream(
                Customer.class)) {
      assertThat(cards.map(CustomerCard::name)).containsExactly("ann");
      assertThat(names).containsExactly("ann");
      assertThat(customers.map(Customer::name)).containsExactly("ann");
    }
  }

  @Test
  void seesWhatItsSessionHasNotFlushed(Database database) {
    try (var db = database.open()) {
      db.add(new Customer("ann"));
      try (var customers = db.select(Customer.class).stream()) {
        assertThat(customers.map(Customer::name)).containsExactly("ann");
      }
    }
  }

  @Test
  @AllowRepeats
  void letsOtherStatementsRunBetweenItsRows(Database database) {
    database.write(db -> {
      try (var places = places(db)) {
        places
            .filter(place -> place.shelf() % 500 == 0)
            .forEach(place -> {
              db.add(new Customer("of " + place.shelf()));
              db.flush();
              assertThat(db.select(Stock.class).where(Stock_.shelf.eq(place.shelf())).list())
                  .hasSize(1);
            });
      }
    });
    assertThat(Shop.count(database, Customer.class)).isEqualTo(5);
  }

  @Test
  void outlivesASavepointThatFails(Database database) {
    database.write(db -> {
      try (var places = places(db)) {
        long read =
            places
                .peek(place -> {
                  if (place.shelf() % 900 == 0) {
                    assertThatThrownBy(() -> db.savepoint(() -> fail(db)))
                        .isInstanceOf(IllegalStateException.class);
                  }
                })
                .filter(_ -> true)
                .count();
        assertThat(read).isEqualTo(PLACES);
      }
    });
    assertThat(Shop.count(database, Customer.class)).isZero();
  }

  private static void fail(Session db) {
    db.add(new Customer("ann"));
    db.flush();
    throw new IllegalStateException("on purpose");
  }

  @Test
  void severalRunSideBySide(Database database) {
    database.read(db -> {
      try (var first = places(db);
          var second = places(db)) {
        var one = first.iterator();
        var two = second.iterator();
        for (int i = 0; i < PLACES; i++) {
          assertThat(one.next().shelf()).isEqualTo(two.next().shelf());
        }
        assertThat(one).isExhausted();
      }
      return true;
    });
  }

  @Test
  void refusesAnotherThread(Database database) {
    database.read(db -> {
      try (var places = places(db)) {
        assertRefused("SessionThread", () -> onAnotherThread(() -> places.forEach(_ -> {})));
      }
      return true;
    });
  }

  private static void onAnotherThread(Runnable work) {
    var failures = new ArrayList<RuntimeException>();
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                work.run();
              } catch (RuntimeException failure) {
                failures.add(failure);
              }
            });
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    throw failures.getFirst();
  }

  @Test
  void locksWhatItReads(Database database) {
    try (var db = database.transaction().open(true)) {
      assertRefused("ReadOnlySession", () -> db.select(Stock.class).forUpdate().stream());
    }
    database.write(db -> {
      try (var places = db.select(Stock.class).forUpdate().stream()) {
        assertThat(places.count()).isEqualTo(PLACES);
      }
    });
  }

  @Nested
  class Objects {
    @Test
    void areNotOfTheSession(Database database) {
      try (var db = database.open()) {
        var known = db.get(Stock.class, List.of("w", 7));
        try (var places = places(db)) {
          var streamed = places.filter(place -> place.shelf() == 7).findFirst().orElseThrow();
          assertThat(streamed).isNotSameAs(known);
          assertThat(db.contains(streamed)).isFalse();
          assertRefused("NotInSession", () -> db.remove(streamed));
        }
        assertThat(db.contains(known)).isTrue();
      }
    }

    @Test
    void areNotChangedInVain(Database database) {
      try (var db = database.open()) {
        var all = places(db);
        assertRefused("StreamChanged", () -> all.forEach(place -> place.pieces(-1)));
        all.close();

        var first = places(db);
        first.findFirst().orElseThrow().pieces(-1);
        assertRefused("StreamChanged", first::close);
        assertThat(db.select(Stock.class).where(Stock_.pieces.eq(-1)).count()).isZero();
      }
    }

    @Test
    void areOneForEachRow(Database database) {
      long id = Shop.customer(database, "ann");
      try (var db = database.open();
          var twice =
              db.sql("select c.* from customers c, stock where shelf < 2").stream(Customer.class)) {
        var both = twice.toList();
        assertThat(both).hasSize(2).allMatch(each -> each.id() == id);
        assertThat(both.getFirst()).isSameAs(both.getLast());
      }
    }
  }

  @Nested
  class Connections {
    @Test
    void areGivenBackByAStreamThatIsClosedEarly(Database database) {
      try (var db = database.transaction().open(true)) {
        try (var places = places(db)) {
          assertThat(places.findFirst()).isPresent();
          assertThat(database.pool().active()).isOne();
        }
        assertThat(database.pool().active()).isZero();
        assertThat(db.select(Stock.class).count()).isEqualTo(PLACES);
      }
    }

    @Test
    void areGivenBackByAStreamThatIsReadToItsEnd(Database database) {
      try (var db = database.transaction().open(true)) {
        var places = places(db);
        assertThat(places.count()).isEqualTo(PLACES);
        assertThat(database.pool().active()).isZero();
        places.close();
      }
    }

    @Test
    void stayWithATransactionThatIsMoreThanTheStream(Database database) {
      try (var db = database.transaction().isolation(Isolation.SERIALIZABLE).open(true)) {
        try (var places = places(db)) {
          assertThat(places.findFirst()).isPresent();
        }
        assertThat(database.pool().active()).isOne();
      }
      try (var db = database.open()) {
        db.add(new Customer("ann"));
        try (var places = places(db)) {
          assertThat(places.findFirst()).isPresent();
        }
        db.commit();
      }
      assertThat(database.pool().active()).isZero();
      assertThat(Shop.count(database, Customer.class)).isOne();
    }

    @Test
    void areGivenBackByASessionThatEndsFirst(Database database) {
      Stream<Stock> escaped = database.read(StreamTest::places);
      assertThat(database.pool().active()).isZero();
      assertRefused("SessionClosed", escaped::count);
      escaped.close();
    }

    @Test
    void areGivenBackWhenAListenerThrows(Database plain) {
      var database =
          plain.listening(
              new Listener() {
                @Override
                public void onStatement(StatementEvent event) {
                  throw new IllegalStateException("out of ink");
                }
              });
      var db = database.open();
      assertThat(List.of(places(db), places(db))).hasSize(2);
      assertThatThrownBy(db::close).hasMessage("out of ink");
      assertThat(database.pool().active()).isZero();
      plain.write(each -> each.delete(Stock.class).where(Stock_.shelf.lt(0)).execute());
    }

    @Test
    void areGivenBackWhenTheProgramFails(Database database) {
      assertThatThrownBy(() ->
              database.write(db -> {
                places(db).forEach(_ -> fail(db));
              }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(database.pool().active()).isZero();
    }
  }

  @Test
  void endsWithItsTransaction(Database database) {
    try (var db = database.open()) {
      var committed = places(db).iterator();
      committed.next();
      db.commit();
      assertRefused("StreamClosed", committed::next);

      var rolledBack = places(db).iterator();
      rolledBack.next();
      db.rollback();
      assertRefused("StreamClosed", rolledBack::next);
    }
  }

  @Test
  void saysNothingAfterAFailedStatement(Database database) {
    try (var db = database.open();
        var places = places(db)) {
      var all = places.iterator();
      all.next();
      assertThatThrownBy(() -> db.sql("select * from nowhere").list(String.class)).isNotNull();
      assertRefused("TransactionFailed", () -> all.forEachRemaining(_ -> {}));
    }
  }

  @Test
  void worksInASandbox(Database database) {
    try (var sandbox = database.sandbox()) {
      sandbox.write(db -> db.delete(Stock.class).where(Stock_.shelf.ge(1_500)).execute());
      long read =
          sandbox.read(db -> {
            try (var places = places(db)) {
              return places.filter(_ -> true).count();
            }
          });
      assertThat(read).isEqualTo(1_500);
    }
    assertThat(Shop.count(database, Stock.class)).isEqualTo(PLACES);
  }

  @Test
  void anEmptyOneIsEmpty(Database database) {
    try (var db = database.open();
        var none = db.select(Customer.class).where(Customer_.name.eq("nobody")).stream()) {
      assertThat(none).isEmpty();
    }
  }

  private static Stream<Stock> places(Session db) {
    return db.select(Stock.class).orderBy(Stock_.shelf.asc()).stream();
  }
}
