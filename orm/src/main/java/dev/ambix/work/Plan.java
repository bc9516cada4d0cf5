package dev.ambix.work;

import dev.ambix.work.Change.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The order in which a flush does its work. Unless a row demands otherwise, it is: insertions with
/// parents first, updates, deletions with children first; within a table one statement shape after
/// the other, and within a shape by primary key, so that concurrent writers lock rows in one order.
///
/// Rows demand otherwise when they refer to each other within a cycle of tables, and when one takes
/// a unique key that another gives up; then the rows are ordered as a graph ([Graph]).
public final class Plan {
  private Plan() {}

  /// The batches of these changes, in the order in which they are to be done.
  ///
  /// @throws dev.ambix.error.UsageException `FlushCycle` when rows depend on each other in a circle
  ///   that no nullable column opens
  public static List<Batch<?>> of(List<Change<?>> changes) {
    var sorted = new ArrayList<>(changes);
    sorted.sort(order());
    var dependencies = Dependencies.of(sorted);
    return dependencies.isEmpty()
        ? batches(sorted)
        : batches(new Graph(sorted, dependencies).order());
  }

  /// The batches of these insertions into one table, in the order in which they are given.
  public static List<Batch<?>> inOrder(List<Change<?>> insertions) {
    return batches(insertions);
  }

  /// Puts neighbours of one shape together, but for a row that refers to one whose number the same
  /// statement would make.
  private static List<Batch<?>> batches(List<Change<?>> ordered) {
    var batches = new ArrayList<Batch<?>>();
    Set<Object> unnumbered = Collections.newSetFromMap(new IdentityHashMap<>());
    int start = 0;
    for (int i = 0; i < ordered.size(); i++) {
      var change = ordered.get(i);
      if (!sameShape(ordered.get(start), change) || waitsFor(unnumbered, change)) {
        batches.add(batch(ordered.subList(start, i)));
        unnumbered.clear();
        start = i;
      }
      if (change.kind() == Kind.INSERT && change.type().inCycle() && change.key() == null) {
        unnumbered.add(change.entity());
      }
    }
    if (start < ordered.size()) {
      batches.add(batch(ordered.subList(start, ordered.size())));
    }
    return batches;
  }

  private static boolean waitsFor(Set<Object> rows, Change<?> change) {
    return !rows.isEmpty()
        && change.type().references().stream()
            .filter(reference -> change.waits(reference.columns()))
            .map(change::parent)
            .anyMatch(parent -> parent != null && rows.contains(parent));
  }

  @SuppressWarnings("unchecked") // changes of one shape are of one entity
  private static <E> Batch<E> batch(List<Change<?>> changes) {
    return new Batch<>((List<Change<E>>) (List<?>) changes);
  }

  static boolean sameShape(Change<?> one, Change<?> other) {
    return one.kind() == other.kind()
        && one.type() == other.type()
        && one.second() == other.second()
        && one.columns().equals(other.columns());
  }

  /// Most neighbours are of one shape: what is quick to see is looked at first.
  private static Comparator<Change<?>> order() {
    Map<BitSet, String> names = new HashMap<>();
    var byShape =
        Comparator.<Change<?>, Kind>comparing(Change::kind)
            .thenComparingInt(Plan::rank)
            .thenComparing(change -> change.type().table().name())
            .thenComparing(change -> names.computeIfAbsent(change.columns(), BitSet::toString))
            .thenComparing(Plan::byKey);
    return (one, other) -> sameShape(one, other) ? byKey(one, other) : byShape.compare(one, other);
  }

  private static int rank(Change<?> change) {
    return change.kind() == Kind.DELETE ? -change.type().rank() : change.type().rank();
  }

  /// Insertions stay in the order in which they were asked for, so that the database numbers them
  /// so.
  private static int byKey(Change<?> one, Change<?> other) {
    if (one.kind() == Kind.INSERT) {
      return 0;
    }
    return compareKeys(Objects.requireNonNull(one.key()), Objects.requireNonNull(other.key()));
  }

  @SuppressWarnings("unchecked") // keys of one entity are of one class
  private static int compareKeys(Object one, Object other) {
    if (one instanceof List<?> left && other instanceof List<?> right) {
      for (int i = 0; i < left.size(); i++) {
        int difference =
            compareKeys(Objects.requireNonNull(left.get(i)), Objects.requireNonNull(right.get(i)));
        if (difference != 0) {
          return difference;
        }
      }
      return 0;
    }
    return one instanceof Comparable<?> comparable
        ? ((Comparable<Object>) comparable).compareTo(other)
        : 0;
  }
}
