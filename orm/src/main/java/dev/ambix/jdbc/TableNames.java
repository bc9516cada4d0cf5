package dev.ambix.jdbc;

import dev.ambix.error.UniqueViolation;
import dev.ambix.schema.Index;
import dev.ambix.schema.Schema;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds in the schema what an engine's error does not tell.
record TableNames(Schema schema) {
  private static final Pattern TARGET =
      Pattern.compile(
          "^\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(?:\"((?:[^\"]|\"\")+)\"|([\\w.]+))",
          Pattern.CASE_INSENSITIVE);

  /// A unique key or primary key.
  record Key(String name, List<String> columns) {}

  /// The table that a statement writes to; empty if it writes to none.
  static String target(String sql) {
    var matcher = TARGET.matcher(sql);
    if (!matcher.find()) {
      return "";
    }
    var quoted = matcher.group(1);
    return quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\"");
  }

  /// The error for a key that is taken.
  UniqueViolation taken(
      String sql, String table, String constraint, List<String> columns, EngineError cause) {
    boolean inserts = sql.stripLeading().regionMatches(true, 0, "insert", 0, "insert".length());
    return inserts && isPrimaryKey(table, columns)
        ? UniqueViolation.ofInsert(table, constraint, columns, cause)
        : new UniqueViolation(table, constraint, columns, cause);
  }

  private boolean isPrimaryKey(String table, List<String> columns) {
    return schema.tables().stream()
        .anyMatch(each -> each.name().equals(table) && each.primaryKey().columns().equals(columns));
  }

  Optional<Key> keyNamed(String table, String name) {
    return keys(table).stream().filter(key -> key.name().equals(name)).findFirst();
  }

  Optional<Key> keyOf(String table, List<String> columns) {
    return keys(table).stream().filter(key -> key.columns().equals(columns)).findFirst();
  }

  /// The table that has a check of this name, its own or one that its types imply.
  Optional<Table> withCheck(String name) {
    return schema.tables().stream()
        .filter(table ->
            table.checks().stream().anyMatch(check -> check.name().equals(name))
                || table.columns().stream()
                    .anyMatch(column -> impliedName(table, column.name()).equals(name)))
        .findFirst();
  }

  /// The column whose type implies the check of this name, if it is a limit of its values.
  static Optional<dev.ambix.schema.Column> limited(Table table, String check) {
    return table.columns().stream()
        .filter(column ->
            !(column.type() instanceof SqlType.Enumeration)
                && !(column.type() instanceof SqlType.NativeEnum))
        .filter(column -> impliedName(table, column.name()).equals(check))
        .findFirst();
  }

  private static String impliedName(Table table, String column) {
    return dev.ambix.schema.Names.of("ck", table.name(), List.of(column));
  }

  private List<Key> keys(String table) {
    return schema.tables().stream()
        .filter(each -> each.name().equals(table))
        .findFirst()
        .map(TableNames::keys)
        .orElse(List.of());
  }

  private static List<Key> keys(Table table) {
    var keys = new java.util.ArrayList<Key>();
    keys.add(new Key(table.primaryKey().name(), table.primaryKey().columns()));
    for (UniqueKey key : table.uniqueKeys()) {
      keys.add(new Key(key.name(), key.columns()));
    }
    for (Index index : table.indexes()) {
      if (index.unique()) {
        keys.add(new Key(index.name(), index.columns()));
      }
    }
    return keys;
  }
}
