package dev.ambix.schema;

import java.util.List;
import java.util.Optional;

/// A table: its columns in order, and what constrains and serves them.
///
/// @param name its name, as the database knows it
/// @param columns its columns, in order
/// @param primaryKey its primary key
/// @param uniqueKeys its UNIQUE constraints
/// @param foreignKeys its foreign keys
/// @param checks its CHECK constraints
/// @param indexes its indexes, without those that an engine makes for a constraint
/// @param sequence the sequence that numbers its rows in blocks, where one does
public record Table(
    String name,
    List<Column> columns,
    PrimaryKey primaryKey,
    List<UniqueKey> uniqueKeys,
    List<ForeignKey> foreignKeys,
    List<Check> checks,
    List<Index> indexes,
    Optional<Sequence> sequence) {
  public Table {
    Names.require("table", name);
    columns = List.copyOf(columns);
    uniqueKeys = List.copyOf(uniqueKeys);
    foreignKeys = List.copyOf(foreignKeys);
    checks = List.copyOf(checks);
    indexes = List.copyOf(indexes);
  }

  /// The column of this name.
  public Optional<Column> column(String column) {
    return columns.stream().filter(each -> each.name().equals(column)).findFirst();
  }
}
