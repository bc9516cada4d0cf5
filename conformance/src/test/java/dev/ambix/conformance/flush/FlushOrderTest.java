package dev.ambix.conformance.flush;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.circle.Department;
import dev.ambix.conformance.circle.Employee;
import dev.ambix.conformance.circle.Left;
import dev.ambix.conformance.circle.Right;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Category_;
import dev.ambix.conformance.shop.Customer;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase;
import dev.ambix.conformance.shop.Shop;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.error.ForeignKeyViolation;
import dev.ambix.session.Listener.StatementEvent;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import dev.ambix.testing.Statements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The order in which a flush writes.
@EveryEngine
class FlushOrderTest {
  @Nested
  class Tables {
    @Test
    void areFilledParentsFirstAndEmptiedChildrenFirst(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();
      var purchase = db.add(Shop.purchase(ann, "1"));
      db.flush();
      statements.clear();

      db.remove(ann);
      db.remove(purchase);
      db.flush();

      statements.expectTexts("delete from purchases", "delete from customers");
    }

    @Test
    void insertUpdateThenDelete(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();
      var place = db.add(new Stock("a", 1, 1));
      db.flush();
      statements.clear();

      db.remove(place);
      ann.nickname("annie");
      db.add(new Category("root"));
      db.flush();

      statements.expectTexts("insert into categories", "update customers", "delete from stock");
    }

    @Test
    void deleteRowsOfOneShapeTogether(Session db, Statements statements) {
      var categories = IntStream.range(0, 1_000).mapToObj(i -> new Category("c" + i)).toList();
      var customers = IntStream.range(0, 1_000).mapToObj(i -> new Customer("c" + i)).toList();
      categories.forEach(db::add);
      customers.forEach(db::add);
      db.flush();
      statements.clear();
      categories.forEach(db::remove);
      customers.forEach(db::remove);
      db.flush();

      assertThat(statements.all()).hasSize(2);
      assertThat(statements.all())
          .extracting(StatementEvent::rows, StatementEvent::executions)
          .containsExactlyInAnyOrder(tuple(1_000L, 1), tuple(1_000L, 1_000));
    }
  }

  @Nested
  class Trees {
    @Test
    @AllowRepeats
    void areInsertedInAnyOrderOfAdding(Session db) {
      for (int seed = 0; seed < 10; seed++) {
        var tree = tree(seed, 40);
        Collections.shuffle(tree, new Random(seed));
        tree.forEach(db::add);
        db.flush();
        Collections.shuffle(tree, new Random(seed + 1));
        tree.forEach(db::remove);
        db.flush();

        assertThat(db.select(Category.class).count()).isZero();
      }
    }

    @Test
    void areInsertedInOneStatement(Session db, Statements statements) {
      tree(1, 40).reversed().forEach(db::add);
      db.flush();

      statements.expectTexts("insert into categories");
    }

    @Test
    void moveChildrenBeforeTheirParentGoes(Session db, Statements statements) {
      var root = db.add(new Category("root"));
      var other = db.add(new Category("other"));
      var child = db.add(new Category("child").parent(root));
      db.flush();
      statements.clear();

      db.remove(root);
      child.parent(other);
      db.flush();

      statements.expectTexts("update categories set parent_id", "delete from categories");
    }

    @Test
    void refuseToLoseAParentThatIsStillUsed(Session db) {
      var root = db.add(new Category("root"));
      db.add(new Category("child").parent(root));
      db.flush();
      db.remove(root);

      assertFails(ForeignKeyViolation.class, db::flush)
          .satisfies(error -> assertThat(error.table()).isEqualTo("categories"));
    }

    private static List<Category> tree(int seed, int size) {
      var random = new Random(seed);
      var nodes = new ArrayList<Category>();
      for (int i = 0; i < size; i++) {
        var node = new Category("n" + seed + "-" + i);
        new Category_().set(node, 0, new UUID(seed, random.nextLong()));
        nodes.add(i == 0 ? node : node.parent(nodes.get(random.nextInt(i))));
      }
      return nodes;
    }
  }

  @Nested
  class UniqueKeys {
    @Test
    void areFreedByADeletionBeforeAnInsertionTakesThem(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();
      statements.clear();
      db.remove(ann);
      db.add(new Customer("ann"));
      db.flush();

      statements.expectTexts("delete from customers", "insert into customers");
    }

    @Test
    void areFreedByAnUpdateBeforeAnInsertionTakesThem(Session db, Statements statements) {
      var ann = Shop.customers(db, "ann").getFirst();
      statements.clear();
      ann.name("anna");
      db.add(new Customer("ann"));
      db.flush();

      statements.expectTexts("update customers set name", "insert into customers");
    }

    @Test
    void passAlongAChain(Session db) {
      var customers = Shop.customers(db, "a", "b", "c");
      customers.get(2).name("d");
      customers.get(1).name("c");
      customers.get(0).name("b");
      db.add(new Customer("a"));
      db.flush();

      assertThat(db.select(Customer.class).orderBy(Customer_.id.asc()).list())
          .extracting(Customer::name)
          .containsExactly("b", "c", "d", "a");
    }

    @Test
    void areExchangedInOneFlush(Session db) {
      var customers = Shop.customers(db, "a", "b");
      customers.get(0).name("b");
      customers.get(1).name("a");

      db.flush();

      assertThat(db.sql("select name from customers order by id").list(String.class))
          .containsExactly("b", "a");
    }

    @Test
    void areFreedWithTheChildrenOfTheRow(Session db, Statements statements) {
      var old = db.add(new Category("name"));
      var child = db.add(new Category("child").parent(old));
      db.flush();
      statements.clear();
      db.remove(old);
      db.remove(child);
      var fresh = db.add(new Category("name"));
      db.add(new Category("grandchild").parent(fresh));
      db.flush();

      assertThat(statements.texts().getFirst()).contains("delete from \"categories\"");
      assertThat(db.select(Category.class).count()).isEqualTo(2);
    }
  }

  @Nested
  class Circles {
    @Test
    void areOpenedByANullableKey(Session db, Statements statements) {
      var sales = db.add(new Department("sales"));
      var ann = db.add(new Employee("ann", sales.id()));
      sales.manager(ann.id());
      db.flush();

      statements.expectTexts(
          "insert into departments", "insert into employees", "update departments set manager_id");
      db.detach(sales);
      assertThat(db.get(Department.class, sales.id()).manager()).isEqualTo(ann.id());
    }

    @Test
    void leaveTheObjectAsItIs(Session db, Statements statements) {
      var sales = db.add(new Department("sales"));
      var ann = db.add(new Employee("ann", sales.id()));
      sales.manager(ann.id());
      db.flush();
      statements.clear();
      db.flush();

      assertThat(statements.all()).isEmpty();
      assertThat(sales.manager()).isEqualTo(ann.id());
      assertThat(sales.version()).isZero();
    }

    @Test
    void areDeletedByEmptyingANullableKey(Session db, Statements statements) {
      var sales = db.add(new Department("sales"));
      var ann = db.add(new Employee("ann", sales.id()));
      sales.manager(ann.id());
      db.flush();
      statements.clear();

      db.remove(sales);
      db.remove(ann);
      db.flush();

      statements.expectTexts(
          "update departments set manager_id", "delete from employees", "delete from departments");
      assertThat(db.select(Department.class).count()).isZero();
    }

    @Test
    void ofTwoRowsOfATableAreInsertedAndDeleted(Session db) {
      var one = db.add(new Category("one"));
      var two = db.add(new Category("two").parent(one));
      one.parent(two);
      db.flush();
      assertThat(db.select(Category.class).where(Category_.parentId.isNotNull()).count())
          .isEqualTo(2);

      db.remove(one);
      db.remove(two);
      db.flush();
      assertThat(db.select(Category.class).count()).isZero();
    }

    @Test
    void ofARowAndItselfAreNone(Session db, Statements statements) {
      var root = db.add(new Category("root"));
      root.parent(root);
      db.flush();
      db.remove(root);
      db.flush();

      statements.expectTexts("insert into categories", "delete from categories");
    }

    @Test
    void ofKeysThatAreNeverNullAreRefusedAndNamed(Session db, Statements statements) {
      var left = db.add(new Left());
      var right = db.add(new Right(left.id()));
      left.right(right.id());

      assertRefused("FlushCycle", db::flush)
          .hasMessageContaining("INSERT Left after INSERT Right by rightId")
          .hasMessageContaining("INSERT Right after INSERT Left by leftId");
      assertThat(statements.all()).isEmpty();
    }
  }

  @Nested
  class Purchases {
    @Test
    void goWithTheirCustomer(Session db) {
      var ann = Shop.customers(db, "ann").getFirst();
      db.add(Shop.purchase(ann, "1"));
      db.flush();
      db.remove(ann);

      assertThat(db.select(Purchase.class).list()).isEmpty();
    }
  }
}
