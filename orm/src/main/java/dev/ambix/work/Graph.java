package dev.ambix.work;

import dev.ambix.error.UsageException;
import dev.ambix.work.Change.Kind;
import dev.ambix.work.Dependencies.Edge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Orders changes so that each comes after those it depends on, staying as near as it can to the
/// given order and keeping changes of one shape together. It is Kahn's algorithm (1962); where a
/// circle is left, a foreign key that may be NULL is written later, or a row gives up a unique key
/// beforehand, which opens it.
final class Graph {
  private final List<Change<?>> changes;
  private final List<Set<Edge>> incoming = new ArrayList<>();
  private final List<Set<Edge>> outgoing = new ArrayList<>();
  private final TreeSet<Integer> ready = new TreeSet<>();

  /// What is ready but refers to rows that the statement at hand has yet to number: it comes with
  /// the next one, so that each statement takes as many rows as it can.
  private final TreeSet<Integer> held = new TreeSet<>();

  private final Set<Integer> done = new HashSet<>();

  Graph(List<Change<?>> changes, List<Edge> edges) {
    this.changes = new ArrayList<>(changes);
    changes.forEach(_ -> addNode());
    edges.forEach(this::connect);
  }

  private void addNode() {
    incoming.add(new LinkedHashSet<>());
    outgoing.add(new LinkedHashSet<>());
  }

  private void connect(Edge edge) {
    outgoing.get(edge.before()).add(edge);
    incoming.get(edge.after()).add(edge);
  }

  List<Change<?>> order() {
    for (int i = 0; i < changes.size(); i++) {
      if (incoming.get(i).isEmpty()) {
        ready.add(i);
      }
    }
    var ordered = new ArrayList<Change<?>>();
    @Nullable Change<?> last = null;
    while (done.size() < changes.size()) {
      if (ready.isEmpty()) {
        release();
      }
      while (ready.isEmpty()) {
        openCircle();
      }
      int next = next(last);
      last = changes.get(next);
      ordered.add(last);
      finish(next);
    }
    return ordered;
  }

  private int next(@Nullable Change<?> last) {
    if (last != null) {
      for (int candidate : ready) {
        if (Plan.sameShape(last, changes.get(candidate))) {
          return candidate;
        }
      }
    }
    release();
    return ready.first();
  }

  private void release() {
    ready.addAll(held);
    held.clear();
  }

  private void finish(int node) {
    ready.remove(node);
    done.add(node);
    var change = changes.get(node);
    boolean numbered = change.kind() == Kind.INSERT && change.key() == null;
    for (var edge : outgoing.get(node)) {
      incoming.get(edge.after()).remove(edge);
      if (incoming.get(edge.after()).isEmpty()) {
        (numbered ? held : ready).add(edge.after());
      }
    }
  }

  /// Takes the first edge of a circle whose column may be NULL, and writes NULL there: in place of
  /// the value, which a change of its own writes when both rows are there, or before the deletions
  /// of both.
  private void openCircle() {
    var circle = circle();
    for (var edge : circle) {
      if (edge.unique()) {
        continue;
      }
      var type = referring(edge).type();
      var columns =
          edge.columns().stream().filter(each -> type.attribute(each).nullable()).toList();
      if (!columns.isEmpty()) {
        if (deletes(edge)) {
          unlink(edge, columns);
        } else {
          cut(edge, columns);
        }
        return;
      }
    }
    for (var edge : circle) {
      if (edge.unique() && park(edge)) {
        return;
      }
    }
    var rows = circle.stream().map(this::describe).collect(Collectors.joining(", "));
    throw new UsageException(
        "FlushCycle",
        "flush: rows depend on each other in a circle that no nullable column opens: "
            + rows
            + ". Mark one of the foreign keys @Nullable or deferred = true, or flush in between.");
  }

  /// Lets a row give up its unique key before the circle begins.
  private boolean park(Edge edge) {
    var change = changes.get(edge.before());
    var parking = Parking.of(change.type(), edge.columns());
    if (parking == null || change.keeps(edge.columns())) {
      return false;
    }
    int first = add(change.setting(List.of(parking.column()), parking.value()));
    disconnect(edge);
    connect(new Edge(first, edge.before()));
    connect(new Edge(first, edge.after()));
    ready.add(first);
    return true;
  }

  private boolean deletes(Edge edge) {
    return changes.get(edge.after()).kind() == Kind.DELETE;
  }

  /// The change of the row that refers to the other one.
  private Change<?> referring(Edge edge) {
    return changes.get(deletes(edge) ? edge.before() : edge.after());
  }

  private String describe(Edge edge) {
    var why =
        edge.columns().isEmpty()
            ? ""
            : (edge.unique() ? " with its " : " by ")
                + referring(edge).type().attribute(edge.columns().getFirst()).name();
    return changes.get(edge.after()) + " after " + changes.get(edge.before()) + why;
  }

  private void cut(Edge edge, List<Integer> columns) {
    var split = changes.get(edge.after()).without(columns);
    changes.set(edge.after(), split.first());
    disconnect(edge);
    int rest = add(split.rest());
    connect(new Edge(edge.after(), rest));
    connect(new Edge(edge.before(), rest));
    if (incoming.get(edge.after()).isEmpty()) {
      ready.add(edge.after());
    }
  }

  private void unlink(Edge edge, List<Integer> columns) {
    int first = add(changes.get(edge.before()).setting(columns, null));
    disconnect(edge);
    connect(new Edge(first, edge.before()));
    connect(new Edge(first, edge.after()));
    ready.add(first);
  }

  private int add(Change<?> change) {
    changes.add(change);
    addNode();
    return changes.size() - 1;
  }

  private void disconnect(Edge edge) {
    incoming.get(edge.after()).remove(edge);
    outgoing.get(edge.before()).remove(edge);
  }

  /// A circle among the changes that are left: every one of them waits for another, so walking
  /// backwards comes round.
  private List<Edge> circle() {
    int node = 0;
    while (done.contains(node) || incoming.get(node).isEmpty()) {
      node++;
    }
    var path = new ArrayList<Edge>();
    var seen = new ArrayList<Integer>();
    while (!seen.contains(node)) {
      seen.add(node);
      var edge = incoming.get(node).iterator().next();
      path.add(edge);
      node = edge.before();
    }
    return path.subList(seen.indexOf(node), path.size());
  }
}
