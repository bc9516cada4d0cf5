package dev.ambix.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A set of tables.
///
/// @param tables the tables, each name once
public record Schema(List<Table> tables) {
  public Schema {
    tables = List.copyOf(tables);
    var seen = new LinkedHashSet<String>();
    for (var table : tables) {
      if (!seen.add(table.name())) {
        throw new IllegalArgumentException(
            "table " + table.name() + ": got it twice, expected it once");
      }
    }
  }

  /// The tables with every table after those that it refers to, where the foreign keys allow it;
  /// tables in a cycle stand in the order of their names.
  public List<Table> parentsFirst() {
    Map<String, Table> byName =
        tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
    Set<String> visited = new LinkedHashSet<>();
    List<Table> ordered = new ArrayList<>();
    tables.stream()
        .map(Table::name)
        .sorted()
        .forEach(name -> visit(name, byName, visited, ordered));
    return List.copyOf(ordered);
  }

  private static void visit(
      String name, Map<String, Table> byName, Set<String> visited, List<Table> ordered) {
    var table = byName.get(name);
    if (table == null || !visited.add(name)) {
      return;
    }
    table.foreignKeys().stream()
        .map(ForeignKey::targetTable)
        .sorted()
        .forEach(target -> visit(target, byName, visited, ordered));
    ordered.add(table);
  }
}
