package dev.ambix.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A table: its columns in order, and what constrains and serves them.
///
/// @param id its name
/// @param columns its columns, in order
/// @param key its primary key; that of a model has one
/// @param uniqueKeys its UNIQUE constraints
/// @param foreignKeys its foreign keys
/// @param checks its CHECK constraints
/// @param indexes its indexes, without those that an engine makes for a constraint
/// @param sequence the sequence that numbers its rows in blocks, where one does
/// @param comment the comment that the database keeps of it; empty for none
/// @param options what follows its definition, such as SQLite's `strict`; empty for nothing
public record Table(
    TableName id,
    List<Column> columns,
    Optional<PrimaryKey> key,
    List<UniqueKey> uniqueKeys,
    List<ForeignKey> foreignKeys,
    List<Check> checks,
    List<Index> indexes,
    Optional<Sequence> sequence,
    String comment,
    String options) {
  public Table {
    columns = List.copyOf(columns);
    uniqueKeys = List.copyOf(uniqueKeys);
    foreignKeys = List.copyOf(foreignKeys);
    checks = List.copyOf(checks);
    indexes = List.copyOf(indexes);
  }

  /// A table in the namespace that the connection uses.
  public Table(
      String name,
      List<Column> columns,
      PrimaryKey primaryKey,
      List<UniqueKey> uniqueKeys,
      List<ForeignKey> foreignKeys,
      List<Check> checks,
      List<Index> indexes,
      Optional<Sequence> sequence) {
    this(
        TableName.of(name),
        columns,
        Optional.of(primaryKey),
        uniqueKeys,
        foreignKeys,
        checks,
        indexes,
        sequence,
        "",
        "");
  }

  /// Its name, as the database knows it, without its namespace.
  public String name() {
    return id.name();
  }

  /// Its primary key.
  ///
  /// @throws NoSuchElementException when it has none, which only a table of a catalog may
  public PrimaryKey primaryKey() {
    return key.orElseThrow();
  }

  /// The column of this name.
  public Optional<Column> column(String column) {
    return columns.stream().filter(each -> each.name().equals(column)).findFirst();
  }

  /// All its constraints: the primary key, then unique keys, checks and foreign keys.
  public List<Constraint> constraints() {
    var all = new ArrayList<Constraint>();
    key.ifPresent(all::add);
    all.addAll(uniqueKeys);
    all.addAll(checks);
    all.addAll(foreignKeys);
    return all;
  }

  /// The same with these foreign keys.
  public Table withForeignKeys(List<ForeignKey> others) {
    return new Table(
        id, columns, key, uniqueKeys, others, checks, indexes, sequence, comment, options);
  }

  /// The same under another name.
  public Table named(TableName other) {
    return new Table(
        other, columns, key, uniqueKeys, foreignKeys, checks, indexes, sequence, comment, options);
  }
}
