package dev.ambix.conformance.transaction;

import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.session.Database;
import dev.ambix.session.Isolation;
import dev.ambix.session.Session;
import dev.ambix.testing.Committed;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Sessions that only read.
@EveryEngine
@Committed
class ReadOnlyTest {
  @Test
  void say(Database database) {
    assertThat(database.read(Session::isReadOnly)).isTrue();
    assertThat(database.writeReturning(Session::isReadOnly)).isFalse();
  }

  @Test
  void refuseEveryVerbThatWrites(Database database) {
    var ann = new Customer("ann");
    List<Consumer<Session>> writes =
        List.of(
            db -> db.add(ann),
            db -> db.remove(ann),
            db -> db.insert(List.of(ann)),
            db -> db.update(Customer.class),
            db -> db.delete(Customer.class),
            db -> db.upsert(ann),
            db -> db.savepoint(() -> {}),
            db -> db.sql("update customers set nickname = 'x'").execute());
    writes.forEach(write -> assertWriteRefused(database, write));
  }

  @Test
  void refuseTextsThatWriteAndGiveRows(Database database) {
    Shop.customer(database, "ann");
    assertWriteRefused(
        database,
        db -> db.sql("update customers set nickname = 'x' returning name").list(String.class));
    assertWriteRefused(
        database, db -> db.sql("delete from customers returning name").list(String.class));
    assertWriteRefused(
        database,
        db ->
            db.jdbc(connection -> {
              try (var statement = connection.createStatement()) {
                return statement.executeUpdate("delete from customers");
              }
            }));

    Customer ann = database.read(db -> db.select(Customer.class).single());
    assertThat(ann.nickname()).isNull();
  }

  @Test
  void refuseToCommitAChangedObject(Database database) {
    long id = Shop.customer(database, "ann");

    assertWriteRefused(database, db -> db.get(Customer.class, id).nickname("annie"));
  }

  @Test
  void readOnAfterARefusal(Database database) {
    Shop.customer(database, "ann");
    try (var db = database.transaction().open(true)) {
      assertRefused("ReadOnlySession", () -> db.add(new Stock("a", 1, 1)));
      assertThat(db.select(Customer.class).count()).isOne();
      assertThat(db.sql("select name from customers").list(String.class)).containsExactly("ann");
    }
  }

  @Test
  void leaveTheConnectionFitForWriting(Database database) {
    assertWriteRefused(
        database, db -> db.sql("delete from customers returning name").list(String.class));
    for (int i = 0; i < 20; i++) {
      int number = i;
      database.write(db -> db.add(new Stock("a", number, 1)));
      assertThat(Shop.count(database, Stock.class)).isEqualTo(i + 1L);
    }
  }

  @Test
  void refuseToWriteAtEveryIsolation(Database database) {
    for (var isolation : Isolation.values()) {
      try (var db = database.transaction().isolation(isolation).open(true)) {
        db.select(Customer.class).list();
        assertRefused(
            "ReadOnlySession",
            () -> db.sql("delete from customers returning name").list(String.class));
      }
    }
  }

  private static void assertWriteRefused(Database database, Consumer<Session> write) {
    assertRefused(
        "ReadOnlySession",
        () ->
            database.read(db -> {
              write.accept(db);
              return true;
            }));
  }
}
