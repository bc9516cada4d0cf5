package dev.ambix.conformance.verb;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.error.UniqueViolation;
import dev.ambix.error.ValueRejected;
import dev.ambix.session.Session;
import dev.ambix.testing.Engine;
import dev.ambix.testing.Statements;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Many rows at once.
@EveryEngine
class InsertTest {
  @Test
  void sendsFewStatementsAndGivesIdsInOrder(Session db, Engine engine, Statements statements) {
    var customers = IntStream.range(0, 1_000).mapToObj(i -> new Customer("c" + i)).toList();
    db.insert(customers);

    assertThat(statements.all()).hasSizeLessThanOrEqualTo(engine == Engine.SQLITE ? 8 : 1);
    assertThat(customers).extracting(Customer::id).isSorted().doesNotHaveDuplicates();
    assertThat(customers.getLast().credit()).isEqualTo(5);
    assertThat(db.get(Customer.class, customers.get(777).id()).name()).isEqualTo("c777");
  }

  /// SQLite takes 128 rows at a time: longer texts are slower there.
  @Test
  void tenThousandAreAHandfulOfStatements(Session db, Engine engine, Statements statements) {
    var customers = IntStream.range(0, 10_000).mapToObj(i -> new Customer("c" + i)).toList();
    customers.forEach(db::add);
    statements.clear();

    db.flush();

    assertThat(statements.all()).hasSize(engine == Engine.POSTGRESQL ? 2 : 79);
    assertThat(customers).isSortedAccordingTo(Comparator.comparingLong(Customer::id));
    assertThat(db.select(Customer.class).count()).isEqualTo(10_000);
  }

  @Test
  void numbersRowsOfDifferentColumnsInOrder(Session db) {
    var customers =
        IntStream.range(0, 6)
            .mapToObj(i -> new Customer("c" + i).credit(i % 2 == 0 ? null : i))
            .toList();
    db.insert(customers);

    assertThat(customers).extracting(Customer::id).isSorted().doesNotHaveDuplicates();
    assertThat(customers).extracting(Customer::credit).containsExactly(5, 1, 5, 3, 5, 5);
  }

  @Test
  void leavesTheObjectsOutOfTheSession(Session db, Statements statements) {
    var ann = new Customer("ann");
    db.insert(List.of(ann));
    ann.name("lost");
    statements.clear();
    db.flush();

    assertThat(db.contains(ann)).isFalse();
    assertThat(statements.all()).isEmpty();
    assertThat(db.select(Customer.class).single().name()).isEqualTo("ann");
  }

  @Test
  void setsWhatTheSessionAndTheDatabaseSet(Session db) {
    var root = new Category("root");
    db.insert(List.of(root));
    var ann = new Customer("ann");
    db.insert(List.of(ann));
    var purchase = Shop.purchase(ann, "1");
    db.insert(List.of(purchase));

    assertThat(root.id().version()).isEqualTo(7);
    assertThat(ann.createdAt()).isEqualTo(ann.updatedAt()).isNotNull();
    assertThat(db.get(Purchase.class, purchase.id()).customerId()).isEqualTo(ann.id());
  }

  @Test
  void putsParentsOfATreeFirst(Session db) {
    var root = db.add(new Category("root"));
    var child = db.add(new Category("child").parent(root));
    db.remove(root);
    db.remove(child);
    db.insert(List.of(child, root));

    assertThat(db.select(Category.class).count()).isEqualTo(2);
  }

  @Test
  void ofNothingSendsNothing(Session db, Statements statements) {
    db.add(new Customer("ann"));
    db.insert(List.of());

    assertThat(statements.all()).isEmpty();
  }

  @Test
  void checksLimitsBeforeItSendsAnything(Session db, Statements statements) {
    var customers = List.of(new Customer("ann"), new Customer("x".repeat(21)));

    assertFails(ValueRejected.class, () -> db.insert(customers));
    assertThat(statements.all()).isEmpty();
  }

  @Test
  void leavesOnlyTheRollbackWhenItFails(Session db) {
    Shop.customers(db, "ann");

    assertFails(
        UniqueViolation.class, () -> db.insert(List.of(new Customer("bob"), new Customer("ann"))));
    assertRefused("TransactionFailed", () -> db.select(Customer.class).list());
  }

  @Test
  void takesRowsOfSeveralShapes(Session db) {
    db.insert(List.of(new Customer("a"), new Customer("b").credit(1), new Customer("c")));

    assertThat(db.select(Customer.class).orderBy(Customer_.name.asc()).list())
        .extracting(Customer::credit)
        .containsExactly(5, 1, 5);
  }

  @Test
  void takesNaturalKeys(Session db) {
    db.insert(List.of(new Stock("a", 1, 1), new Stock("a", 2, 2)));

    assertThat(db.get(Stock.class, List.of("a", 2)).pieces()).isEqualTo(2);
  }
}
