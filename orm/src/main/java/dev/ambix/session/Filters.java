package dev.ambix.session;

import dev.ambix.entity.Entities;
import dev.ambix.entity.EntityType;
import dev.ambix.query.Condition;
import dev.ambix.query.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Conditions that hold for every query of an entity. Immutable.
///
/// @param byTable what the rows of a table satisfy
record Filters(Map<String, Node> byTable) {
  static final Filters NONE = new Filters(Map.of());

  Filters {
    byTable = Map.copyOf(byTable);
  }

  /// The same, with conditions of one more entity, or more of the same one. That of a subtype
  /// leaves the rows of others alone.
  Filters with(Entities entities, Class<?> type, Condition... conditions) {
    var table = entities.entity(type).table().name();
    var narrowing = entities.narrowing(type);
    var terms = new ArrayList<Node>();
    if (byTable.get(table) instanceof Node.Junction(_, List<Node> before)) {
      terms.addAll(before);
    }
    for (var condition : conditions) {
      var others = narrowing.stream().<Node>map(Node.Negation::new);
      terms.add(
          new Node.Junction(false, Stream.concat(others, Stream.of(condition.node())).toList()));
    }
    var more = new HashMap<>(byTable);
    more.put(table, new Node.Junction(true, terms));
    return new Filters(more);
  }

  boolean concern(EntityType<?> type) {
    return byTable.containsKey(type.table().name());
  }
}
