package dev.ambix.session;

import dev.ambix.entity.EntityType;
import dev.ambix.query.Condition;
import dev.ambix.query.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Conditions that hold for every query of an entity. Immutable.
///
/// @param byTable what the rows of a table satisfy
record Filters(Map<String, Node> byTable) {
  static final Filters NONE = new Filters(Map.of());

  Filters {
    byTable = Map.copyOf(byTable);
  }

  /// The same, with conditions of one more entity, or more of the same one.
  Filters with(EntityType<?> type, Condition... conditions) {
    var table = type.table().name();
    var terms = new ArrayList<Node>();
    if (byTable.get(table) instanceof Node.Junction(_, List<Node> before)) {
      terms.addAll(before);
    }
    for (var condition : conditions) {
      terms.add(condition.node());
    }
    var more = new HashMap<>(byTable);
    more.put(table, new Node.Junction(true, terms));
    return new Filters(more);
  }

  boolean concern(EntityType<?> type) {
    return byTable.containsKey(type.table().name());
  }
}
