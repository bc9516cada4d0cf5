package dev.ambix.session;

import dev.ambix.dialect.Statement;
import dev.ambix.entity.EntityType;
import dev.ambix.mapping.Association;
import dev.ambix.mapping.Association.Reference;
import dev.ambix.mapping.Association.Several;
import dev.ambix.mapping.Path;
import dev.ambix.query.Condition;
import dev.ambix.query.Node;
import dev.ambix.query.Node.ColumnRef;
import dev.ambix.query.Node.Hop;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what an association leads to by one statement for any number of rows that it starts at,
/// and tells which belongs to which.
///
/// @param step the association, and what of it is read
/// @param target the entity that it leads to
/// @param keyed the entity whose keys are given: for a reference that which it leads to, else that
///   which has the association
/// @param by the columns that hold these keys
/// @param narrowing what rows satisfy that are of the subtype that it leads to: a reference is to
///   meet the others, and to say so
record ByKey(
    Path.Step step,
    EntityType<?> target,
    EntityType<?> keyed,
    List<Node> by,
    List<Node> narrowing) {
  static ByKey of(Session session, Path.Step step) {
    var association = step.association();
    var entities = session.entities();
    EntityType<?> target = entities.entity(association.targetType());
    boolean reference = association instanceof Reference<?, ?>;
    EntityType<?> keyed = reference ? target : entities.entity(association.entity());
    var first = association.hops().getFirst();
    var origin = origin(target, association);
    return new ByKey(
        step,
        target,
        keyed,
        first.to().stream().<Node>map(column -> new ColumnRef(origin, column)).toList(),
        reference ? List.of() : entities.narrowing(association.targetType()));
  }

  /// Where the keys stand: in the rows that it leads to, or in the links to them.
  private static Origin origin(EntityType<?> target, Association<?, ?> association) {
    var own = new Origin.Named(target.table().name(), target.table().name());
    var hops = association.hops();
    if (hops.size() == 1) {
      return own;
    }
    var back = new Hop(hops.getFirst().table(), hops.getLast().to(), hops.getLast().from());
    return new Origin.Joined(own, back.table(), back, false);
  }

  /// What the association leads to, by the keys.
  ///
  /// @param reading reads the rows of the target
  <C> Map<Object, List<C>> read(Session session, List<Object> keys, Reading<C> reading) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    int width = reading.nodes().size();
    var found = new ArrayList<@Nullable Object>();
    boolean reference = step.association() instanceof Reference<?, ?>;
    session
        .statements()
        .query(
            statement(reading.nodes(), keys),
            !reference,
            row -> {
              reading.read(row);
              found.add(keyed.mapping().keyAt(row, width));
              return true;
            });
    var items = reading.finish();
    var byKey = new HashMap<Object, List<C>>();
    for (int i = 0; i < items.size(); i++) {
      var key = found.get(i);
      if (key != null) {
        byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(items.get(i));
      }
    }
    return byKey;
  }

  private Statement statement(List<Node> nodes, List<Object> keys) {
    var terms = new ArrayList<Node>();
    terms.add(keyed.isAmong(by, keys));
    terms.addAll(narrowing);
    step.conditions().stream().map(Condition::node).forEach(terms::add);
    return new Statement.Select(
        target.table().name(),
        Select.concat(nodes, by),
        Optional.of(terms.size() == 1 ? terms.getFirst() : new Node.Junction(true, terms)),
        orders(),
        Optional.empty(),
        0);
  }

  private List<Order> orders() {
    return step.orders().isEmpty() && step.association() instanceof Several<?, ?> several
        ? several.order().get()
        : step.orders();
  }
}
