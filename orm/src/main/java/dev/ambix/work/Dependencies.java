package dev.ambix.work;

import dev.ambix.entity.EntityType;
import dev.ambix.work.Change.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which changes must come before which others, because of the values in their rows. Changes are
/// named by their position in the list.
final class Dependencies {
  private final List<Change<?>> changes;
  private final Map<Class<?>, Map<Object, Integer>> inserted = new HashMap<>();
  private final Map<Class<?>, Map<Object, Integer>> deleted = new HashMap<>();

  /// By object and, as it may stand in several tables, by the class that references name.
  private final IdentityHashMap<Object, Map<Class<?>, Integer>> objects = new IdentityHashMap<>();

  private final List<Edge> edges = new ArrayList<>();

  private Dependencies(List<Change<?>> changes) {
    this.changes = changes;
  }

  /// Finds the dependencies; none, without looking at every row, where the order by tables that
  /// [Plan] gives the list is enough.
  static List<Edge> of(List<Change<?>> changes) {
    var dependencies = new Dependencies(changes);
    dependencies.uniqueKeys();
    if (!dependencies.edges.isEmpty() || changes.stream().anyMatch(Dependencies::inCycle)) {
      dependencies.references();
    }
    return dependencies.edges;
  }

  private static boolean inCycle(Change<?> change) {
    return change.type().inCycle();
  }

  private void uniqueKeys() {
    Map<Key, List<Integer>> freed = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      var change = changes.get(i);
      if (change.kind() != Kind.INSERT && !change.second()) {
        for (var key : change.type().uniqueKeys()) {
          if (!change.keeps(key)) {
            free(change, i, key, freed);
          }
        }
        for (var key : change.type().partialKeys()) {
          free(change, i, key, freed);
        }
      }
    }
    if (freed.isEmpty()) {
      return;
    }
    for (int i = 0; i < changes.size(); i++) {
      var change = changes.get(i);
      for (var key : change.type().uniqueKeys()) {
        if (!change.keeps(key)) {
          take(change, i, key, freed);
        }
      }
      for (var key : change.type().partialKeys()) {
        take(change, i, key, freed);
      }
    }
  }

  private static void free(
      Change<?> change, int at, List<Integer> key, Map<Key, List<Integer>> freed) {
    var value = change.tuple(key, false);
    if (value != null) {
      freed.computeIfAbsent(new Key(change.type(), key, value), _ -> new ArrayList<>(1)).add(at);
    }
  }

  /// A row that keeps its values may leave or enter the rows among which they are unique. It goes
  /// before one that gets these values; of two that keep them, nothing says which one leaves.
  private void take(Change<?> change, int at, List<Integer> key, Map<Key, List<Integer>> freed) {
    if (change.kind() == Kind.DELETE || change.second() || change.waits(key)) {
      return;
    }
    var value = change.tuple(key, true);
    if (value == null) {
      return;
    }
    for (int from : freed.getOrDefault(new Key(change.type(), key, value), List.of())) {
      if (from != at && !(change.keeps(key) && changes.get(from).keeps(key))) {
        edges.add(new Edge(from, at, key, true));
      }
    }
  }

  private void references() {
    for (int i = 0; i < changes.size(); i++) {
      var change = changes.get(i);
      if (change.kind() != Kind.UPDATE) {
        if (change.kind() == Kind.INSERT) {
          objects
              .computeIfAbsent(change.entity(), _ -> new HashMap<>(2))
              .put(change.type().mapping().type(), i);
        }
        var key = change.key();
        if (key != null) {
          var rows = change.kind() == Kind.INSERT ? inserted : deleted;
          rows.computeIfAbsent(change.type().mapping().type(), _ -> new HashMap<>()).put(key, i);
        }
      }
    }
    for (int i = 0; i < changes.size(); i++) {
      for (var reference : changes.get(i).type().references()) {
        if (!reference.deferred()) {
          reference(changes.get(i), i, reference);
        }
      }
    }
  }

  private void reference(Change<?> change, int at, EntityType.Reference reference) {
    var columns = reference.columns();
    if (change.kind() == Kind.DELETE || (change.kind() == Kind.UPDATE && change.sets(columns))) {
      var parent = row(deleted, reference, change.tuple(columns, false));
      if (parent != null && parent != at) {
        edges.add(new Edge(at, parent, columns, false));
      }
    }
    if (change.kind() == Kind.INSERT || (change.kind() == Kind.UPDATE && change.sets(columns))) {
      var parent = newParent(change, reference);
      boolean knowsItself = change.kind() != Kind.INSERT || change.key() != null;
      if (parent != null && (parent != at || !knowsItself)) {
        edges.add(new Edge(parent, at, columns, false));
      }
    }
  }

  /// The insertion of the row that a row will refer to: of a parent without a key it is known by
  /// the object.
  private @Nullable Integer newParent(Change<?> change, EntityType.Reference reference) {
    var object = change.parent(reference);
    var parent =
        object == null ? null : objects.getOrDefault(object, Map.of()).get(reference.target());
    return parent != null
        ? parent
        : row(inserted, reference, change.tuple(reference.columns(), true));
  }

  private static @Nullable Integer row(
      Map<Class<?>, Map<Object, Integer>> rows,
      EntityType.Reference reference,
      @Nullable Object key) {
    return key == null ? null : rows.getOrDefault(reference.target(), Map.of()).get(key);
  }

  /// `before` must be done before `after`.
  ///
  /// @param columns why: the columns by which one of the rows refers to the other, which is the row
  ///   of `before` where `after` is a deletion, else that of `after`; or those of the unique key
  ///   that `before` gives up and `after` takes; none between the steps of one row
  /// @param unique whether it is a unique key
  record Edge(int before, int after, List<Integer> columns, boolean unique) {
    /// Between the steps of one row.
    Edge(int before, int after) {
      this(before, after, List.of(), false);
    }
  }

  private record Key(EntityType<?> type, List<Integer> columns, Object value) {}
}
