package dev.ambix.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A set of tables, and what a database has beside them.
///
/// @param tables the tables, each name once
/// @param sequences the sequences that stand for themselves
/// @param enums the types that are closed lists of names
/// @param namespaces the namespaces besides the one that the connection uses
/// @param views the views and triggers
public record Schema(
    List<Table> tables,
    List<Sequence> sequences,
    List<EnumType> enums,
    List<String> namespaces,
    List<View> views) {
  public Schema {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    enums = List.copyOf(enums);
    namespaces = List.copyOf(namespaces);
    views = List.copyOf(views);
    var seen = new LinkedHashSet<TableName>();
    for (var table : tables) {
      if (!seen.add(table.id())) {
        throw new IllegalArgumentException(
            "table " + table.id() + ": got it twice, expected it once");
      }
    }
  }

  /// Tables alone.
  public Schema(List<Table> tables) {
    this(tables, List.of(), List.of(), List.of(), List.of());
  }

  /// The table of this name.
  public Optional<Table> table(TableName id) {
    return tables.stream().filter(table -> table.id().equals(id)).findFirst();
  }

  /// The tables with every table after those that it refers to, where the foreign keys allow it;
  /// tables in a cycle stand in the order of their names.
  public List<Table> parentsFirst() {
    Map<TableName, Table> byName =
        tables.stream().collect(Collectors.toMap(Table::id, Function.identity()));
    Set<TableName> visited = new LinkedHashSet<>();
    List<Table> ordered = new ArrayList<>();
    tables.stream().map(Table::id).sorted().forEach(name -> visit(name, byName, visited, ordered));
    return List.copyOf(ordered);
  }

  private static void visit(
      TableName name, Map<TableName, Table> byName, Set<TableName> visited, List<Table> ordered) {
    var table = byName.get(name);
    if (table == null || !visited.add(name)) {
      return;
    }
    table.foreignKeys().stream()
        .map(ForeignKey::target)
        .sorted()
        .forEach(target -> visit(target, byName, visited, ordered));
    ordered.add(table);
  }
}
