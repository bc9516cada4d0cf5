package dev.ambix.conformance.flush;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer.Tier;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Random edits, flushed at once, leave the rows that the same edits leave when each is flushed by
/// itself. A failure names the seed, which makes it again.
@EveryEngine
@AllowRepeats
class RandomFlushTest {
  private static final int SEEDS = 25;

  @Test
  void leavesTheRowsThatSingleFlushesLeave(Database database) {
    for (int seed = 0; seed < SEEDS; seed++) {
      var expected = rows(database, seed, true);
      assertThat(rows(database, seed, false)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static List<String> rows(Database database, int seed, boolean single) {
    try (var db = database.open()) {
      var edits = new Edits(db, new Random(seed));
      edits.start();
      int count = 5 + new Random(seed).nextInt(30);
      for (int i = 0; i < count; i++) {
        edits.next();
        if (single) {
          db.flush();
        }
      }
      db.flush();
      return dump(db);
    }
  }

  private static List<String> dump(Session db) {
    var rows = new ArrayList<String>();
    rows.addAll(
        db.sql(
                """
                select c.name || ' in ' || coalesce(p.name, 'nothing')
                from categories c left join categories p on p.id = c.parent_id
                order by c.name\
                """)
            .list(String.class));
    rows.addAll(
        db.sql(
                """
                select name || ' ' || coalesce(nickname, '-') || ' ' || credit || ' ' || tier
                from customers order by name\
                """)
            .list(String.class));
    rows.addAll(
        db.sql(
                """
                select c.name || ' bought ' || count(*)
                from purchases p join customers c on c.id = p.customer_id
                group by c.name order by c.name\
                """)
            .list(String.class));
    rows.addAll(
        db.sql("select warehouse || shelf || ': ' || pieces from stock order by warehouse, shelf")
            .list(String.class));
    return rows;
  }

  /// Edits that are allowed one after the other.
  private static final class Edits {
    private final Session db;
    private final Random random;
    private final List<Category> categories = new ArrayList<>();
    private final List<Customer> customers = new ArrayList<>();
    private final List<Customer> first = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();
    private final List<Stock> stock = new ArrayList<>();

    Edits(Session db, Random random) {
      this.db = db;
      this.random = random;
    }

    /// The rows that are there before.
    void start() {
      for (int i = 0; i < 5; i++) {
        addCategory();
        customers.add(db.add(new Customer("n" + i)));
        addStock();
      }
      first.addAll(customers);
      db.flush();
    }

    void next() {
      switch (random.nextInt(12)) {
        case 0, 1 -> addCategory();
        case 2, 3 -> moveCategory();
        case 4 -> removeCategory();
        case 5 -> renameCategory();
        case 6 -> addCustomer();
        case 7 -> changeCustomer();
        case 8 -> removeCustomer();
        case 9 -> addPurchase();
        case 10 -> addStock();
        default -> changeStock();
      }
    }

    private void addCategory() {
      var name = freeName(categories.stream().map(Category::name).toList());
      var category = new Category(name);
      if (!categories.isEmpty() && random.nextBoolean()) {
        category.parent(pick(categories));
      }
      categories.add(db.add(category));
    }

    private void moveCategory() {
      if (!categories.isEmpty()) {
        pick(categories).parent(random.nextInt(4) == 0 ? null : pick(categories));
      }
    }

    private void removeCategory() {
      var leaves = categories.stream().filter(this::isLeaf).toList();
      if (!leaves.isEmpty()) {
        var leaf = pick(leaves);
        categories.remove(leaf);
        db.remove(leaf);
      }
    }

    private boolean isLeaf(Category category) {
      return categories.stream()
          .noneMatch(each -> each != category && Objects.equals(each.parentId(), category.id()));
    }

    private void renameCategory() {
      if (!categories.isEmpty()) {
        pick(categories).name(freeName(categories.stream().map(Category::name).toList()));
      }
    }

    private void addCustomer() {
      customers.add(
          db.add(new Customer(freeName(customers.stream().map(Customer::name).toList()))));
    }

    private void changeCustomer() {
      if (!customers.isEmpty()) {
        var customer = pick(customers);
        switch (random.nextInt(4)) {
          case 0 -> customer.nickname(random.nextBoolean() ? null : "x" + random.nextInt(3));
          case 1 -> customer.credit(random.nextInt(3));
          case 2 -> customer.tier(List.of(Tier.values()).get(random.nextInt(3)));
          default -> customer.name(freeName(customers.stream().map(Customer::name).toList()));
        }
      }
    }

    private void removeCustomer() {
      if (!customers.isEmpty()) {
        var customer = pick(customers);
        customers.remove(customer);
        purchases.removeIf(purchase -> {
          boolean theirs = purchase.customerId() == customer.id();
          if (theirs) {
            db.remove(purchase);
          }
          return theirs;
        });
        db.remove(customer);
      }
    }

    /// For a customer that is there from the start: others have no id before a flush.
    private void addPurchase() {
      var customer = first.get(random.nextInt(first.size()));
      if (customers.contains(customer)) {
        purchases.add(db.add(Shop.purchase(customer, "1")));
      }
    }

    private void addStock() {
      int shelf = random.nextInt(8);
      if (stock.stream().noneMatch(each -> each.shelf() == shelf)) {
        stock.add(db.add(new Stock("w", shelf, random.nextInt(5))));
      }
    }

    private void changeStock() {
      if (stock.isEmpty()) {
        return;
      }
      var place = pick(stock);
      if (random.nextInt(3) > 0) {
        place.pieces(random.nextInt(5));
        return;
      }
      stock.remove(place);
      db.remove(place);
      if (random.nextBoolean()) {
        stock.add(db.add(new Stock(place.warehouse(), place.shelf(), random.nextInt(5))));
      }
    }

    private String freeName(List<String> taken) {
      int start = random.nextInt(20);
      return IntStream.range(0, 20)
          .mapToObj(i -> "n" + (start + i) % 20)
          .filter(name -> !taken.contains(name))
          .findFirst()
          .orElseThrow();
    }

    private <T> T pick(List<T> from) {
      return from.get(random.nextInt(from.size()));
    }
  }
}
