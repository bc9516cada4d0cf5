package dev.ambix.entity;

import dev.ambix.schema.ForeignKey;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Numbers tables so that a table has a greater number than those it refers to; tables of one cycle
/// have the same. The strongly connected components come from Tarjan's algorithm (1972), which
/// finds them with what they refer to first.
final class Ranks {
  private final Map<String, Table> tables;
  private final Map<String, Integer> found = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Map<String, Rank> ranks = new HashMap<>();
  private int components;

  private Ranks(Schema schema) {
    this.tables =
        schema.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
  }

  static Map<String, Rank> of(Schema schema) {
    var ranks = new Ranks(schema);
    schema.tables().stream().map(Table::name).sorted().forEach(ranks::visit);
    return Map.copyOf(ranks.ranks);
  }

  private int visit(String name) {
    var known = found.get(name);
    if (known != null) {
      return ranks.containsKey(name) ? Integer.MAX_VALUE : known;
    }
    int number = found.size();
    found.put(name, number);
    open.push(name);
    int lowest = number;
    for (var target : targets(name)) {
      lowest = Math.min(lowest, visit(target));
    }
    if (lowest == number) {
      close(name);
    }
    return lowest;
  }

  private List<String> targets(String name) {
    var table = tables.get(name);
    return table == null
        ? List.of()
        : table.foreignKeys().stream().map(ForeignKey::targetTable).sorted().toList();
  }

  private void close(String root) {
    boolean inCycle = !root.equals(open.peek()) || targets(root).contains(root);
    String member;
    do {
      member = open.pop();
      ranks.put(member, new Rank(components, inCycle));
    } while (!member.equals(root));
    components++;
  }

  /// The rank of a table.
  ///
  /// @param number greater than that of the tables that it refers to
  /// @param inCycle whether it refers, directly or through others, to itself
  record Rank(int number, boolean inCycle) {}
}
