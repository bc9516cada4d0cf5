package dev.ambix.conformance.shop;

import dev.ambix.session.Database;
import dev.ambix.session.Session;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Fills the shop for tests.
public final class Shop {
  public static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  private Shop() {}

  /// Inserts customers of these names, in their order.
  public static List<Customer> customers(Session db, String... names) {
    var customers = Stream.of(names).map(Customer::new).map(db::add).toList();
    db.flush();
    return customers;
  }

  /// Inserts a customer in a transaction of its own.
  ///
  /// @return its id
  public static long customer(Database database, String name) {
    return database.writeReturning(db -> customers(db, name).getFirst().id());
  }

  /// A purchase that is not inserted.
  public static Purchase purchase(Customer customer, String total) {
    return new Purchase(customer.id(), DAY, new BigDecimal(total));
  }

  /// How many rows of this entity are committed.
  public static long count(Database database, Class<?> entity) {
    return database.read(db -> db.select(entity).count());
  }

  /// Inserts a place in the stock in a transaction of its own.
  public static void stock(Database database, String warehouse, int shelf, int pieces) {
    database.write(db -> {
      db.add(new Stock(warehouse, shelf, pieces));
    });
  }

  /// How many places of the stock have pieces.
  public static long pieces(Database database) {
    return database.read(db -> db.select(Stock.class).where(Stock_.pieces.gt(0)).count());
  }
}
