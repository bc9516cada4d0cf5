package dev.ambix.conformance.flush;

import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.circle.Department_;
import dev.ambix.conformance.circle.Employee_;
import dev.ambix.conformance.circle.Left;
import dev.ambix.conformance.circle.Left_;
import dev.ambix.conformance.circle.Right;
import dev.ambix.conformance.circle.Right_;
import dev.ambix.conformance.shop.Category;
import dev.ambix.conformance.shop.Category_;
import dev.ambix.conformance.shop.Customer_;
import dev.ambix.conformance.shop.Purchase_;
import dev.ambix.conformance.shop.Stock;
import dev.ambix.conformance.shop.Stock_;
import dev.ambix.entity.Entities;
import dev.ambix.entity.EntityType;
import dev.ambix.work.Batch;
import dev.ambix.work.Change;
import dev.ambix.work.Change.Kind;
import dev.ambix.work.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The order of changes, without a database.
class PlanTest {
  private final Entities entities =
      Entities.of(
          List.of(
              new Category_(),
              new Customer_(),
              new Purchase_(),
              new Stock_(),
              new Department_(),
              new Employee_(),
              new Left_(),
              new Right_()));
  private final EntityType<Category> categories = entities.entity(Category.class);
  private final EntityType<Stock> stock = entities.entity(Stock.class);

  @Test
  void ofNothingIsNothing() {
    assertThat(Plan.of(List.of())).isEmpty();
  }

  @Test
  void locksRowsInTheOrderOfTheirKeys() {
    var changes = new ArrayList<Change<?>>();
    for (int i = 0; i < 20; i++) {
      changes.add(update(stock, new Stock(i % 2 == 0 ? "a" : "b", i, 1), 2));
    }
    Collections.shuffle(changes, new Random(1));

    var batch = Plan.of(changes).getFirst();
    assertThat(batch.changes().stream().map(change -> change.key().toString()).toList())
        .startsWith("[a, 0]", "[a, 2]", "[a, 4]")
        .endsWith("[b, 17]", "[b, 19]");
  }

  @Test
  void namesTheCircleThatNothingOpens() {
    var left = identified(new Left(), new Left_(), 1);
    var right = identified(new Right(new UUID(0, 1)), new Right_(), 2);
    left.right(new UUID(0, 2));
    var lefts = entities.entity(Left.class);
    var rights = entities.entity(Right.class);

    assertRefused("FlushCycle", () -> Plan.of(List.of(insert(lefts, left), insert(rights, right))))
        .hasMessageContaining("rows depend on each other in a circle that no nullable column opens")
        .hasMessageContaining("INSERT Left after INSERT Right by rightId")
        .hasMessageContaining("@Nullable or deferred = true");
    assertRefused("FlushCycle", () -> Plan.of(List.of(delete(lefts, left), delete(rights, right))))
        .hasMessageContaining("DELETE");
  }

  @Test
  void keepsParentsBeforeChildrenInAnyForest() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var nodes = new ArrayList<Category>();
      for (int i = 0; i < 1 + random.nextInt(30); i++) {
        var node = identified(new Category("n" + i), new Category_(), i + 1);
        if (i > 0 && random.nextInt(4) > 0) {
          node.parent(nodes.get(random.nextInt(i)));
        }
        nodes.add(node);
      }
      Collections.shuffle(nodes, random);

      assertParentsFirst(insertions(nodes), nodes.size());
      assertChildrenFirst(Plan.of(each(nodes, node -> delete(categories, node))));
    }
  }

  @Test
  void writesEveryRowOnceWhateverCirclesThereAre() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var nodes = new ArrayList<Category>();
      for (int i = 0; i < 2 + random.nextInt(12); i++) {
        nodes.add(identified(new Category("n" + i), new Category_(), i + 1));
      }
      nodes.forEach(node -> node.parent(nodes.get(random.nextInt(nodes.size()))));

      var written = new HashSet<UUID>();
      for (var change : changes(insertions(nodes))) {
        var parent = (UUID) change.after(parent());
        var own = (UUID) change.after(0);
        assertThat(parent == null || parent.equals(own) || written.contains(parent)).isTrue();
        assertThat(change.kind() == Kind.INSERT).isEqualTo(written.add(own));
      }
      assertThat(written).hasSize(nodes.size());
    }
  }

  private List<Batch<?>> insertions(List<Category> nodes) {
    return Plan.of(each(nodes, node -> insert(categories, node)));
  }

  private static void assertParentsFirst(List<Batch<?>> batches, int rows) {
    Set<Object> written = new HashSet<>();
    for (var change : changes(batches)) {
      var parent = change.after(parent());
      assertThat(parent == null || written.contains(parent)).isTrue();
      written.add(change.after(0));
    }
    assertThat(written).hasSize(rows);
  }

  private static void assertChildrenFirst(List<Batch<?>> batches) {
    Set<Object> gone = new HashSet<>();
    for (var change : changes(batches)) {
      var parent = change.before(parent());
      assertThat(parent == null || !gone.contains(parent)).isTrue();
      gone.add(change.before(0));
    }
  }

  private static List<Change<?>> each(
      List<Category> nodes, Function<Category, Change<Category>> change) {
    return nodes.stream().<Change<?>>map(change).toList();
  }

  private static List<Change<?>> changes(List<Batch<?>> batches) {
    return batches.stream().<Change<?>>flatMap(batch -> batch.changes().stream()).toList();
  }

  private static int parent() {
    return new Category_().columns().indexOf(Category_.parentId);
  }

  private static <E> E identified(E entity, dev.ambix.mapping.EntityMapping<E> mapping, long id) {
    mapping.set(entity, 0, new UUID(0, id));
    return entity;
  }

  private static <E> Change<E> insert(EntityType<E> type, E entity) {
    var columns = new BitSet();
    columns.set(0, type.nodes().size());
    return Change.insert(type, entity, columns, values(type, entity));
  }

  private static <E> Change<E> update(EntityType<E> type, E entity, int column) {
    var columns = new BitSet();
    columns.set(column);
    return Change.update(
        type, entity, columns, values(type, entity), type.mapping().snapshot(entity));
  }

  private static <E> Change<E> delete(EntityType<E> type, E entity) {
    return Change.delete(type, entity, type.mapping().snapshot(entity));
  }

  private static <E> Object[] values(EntityType<E> type, E entity) {
    var values = new Object[type.nodes().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = type.mapping().get(entity, i);
    }
    return values;
  }
}
