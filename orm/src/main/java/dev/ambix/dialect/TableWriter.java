package dev.ambix.dialect;

import dev.ambix.schema.Check;
import dev.ambix.schema.Column;
import dev.ambix.schema.Default;
import dev.ambix.schema.ForeignKey;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Sequence;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes the statements that make a schema, or drop it.
///
/// @param tables what engines write differently
record TableWriter(Tables tables) {
  /// What engines write differently in the definition of a table.
  interface Tables {
    /// A column, from its name on, without its default.
    String column(Column column, Table table);

    /// Whether the column's own definition makes it the primary key.
    boolean isKey(Column column);

    /// The checks that stand for what a column's type promises and the engine does not keep.
    List<Check> checks(Table table);

    /// The default of a column, after the word DEFAULT.
    String expression(String sql, SqlType type);

    /// The statement that adds a foreign key to a table that is there, unless it has it; empty
    /// where a table may refer to one that is yet to come.
    Optional<String> addForeignKey(String quotedTable, String definition);

    String bool(boolean value);

    String number(BigDecimal value, SqlType.Numeric type);

    String bytes(String hex);

    /// What makes the type, unless it is there; nothing where the engine has no types.
    List<String> createType(SqlType.NativeEnum type);

    List<String> dropType(SqlType.NativeEnum type);

    List<String> createSequence(Sequence sequence);

    List<String> dropSequence(Sequence sequence);

    String dropTable(String quoted);
  }

  List<String> create(Schema schema) {
    var statements = new ArrayList<String>();
    types(schema).forEach(each -> statements.addAll(tables.createType(each)));
    sequences(schema).forEach(each -> statements.addAll(tables.createSequence(each)));
    var later = new ArrayList<String>();
    var made = new HashSet<String>();
    for (var table : schema.parentsFirst()) {
      made.add(table.name());
      var now = new ArrayList<ForeignKey>();
      for (var key : table.foreignKeys()) {
        var after = tables.addForeignKey(quote(table.name()), foreignKey(key));
        if (after.isEmpty() || made.contains(key.targetTable())) {
          now.add(key);
        } else {
          later.add(after.get());
        }
      }
      statements.add(table(table, now));
      for (var index : table.indexes()) {
        statements.add(
            "create index if not exists "
                + quote(index.name())
                + " on "
                + quote(table.name())
                + " "
                + list(index.columns()));
      }
    }
    statements.addAll(later);
    return List.copyOf(statements);
  }

  List<String> drop(Schema schema) {
    var statements = new ArrayList<String>();
    for (var table : schema.parentsFirst().reversed()) {
      statements.add(tables.dropTable(quote(table.name())));
    }
    sequences(schema).forEach(each -> statements.addAll(tables.dropSequence(each)));
    types(schema).forEach(each -> statements.addAll(tables.dropType(each)));
    return statements.stream().distinct().toList();
  }

  private static List<SqlType.NativeEnum> types(Schema schema) {
    return schema.tables().stream()
        .flatMap(table -> table.columns().stream())
        .map(column -> column.type())
        .filter(SqlType.NativeEnum.class::isInstance)
        .map(SqlType.NativeEnum.class::cast)
        .distinct()
        .toList();
  }

  private static List<Sequence> sequences(Schema schema) {
    return schema.tables().stream().flatMap(table -> table.sequence().stream()).distinct().toList();
  }

  private String table(Table table, List<ForeignKey> foreignKeys) {
    var parts = new ArrayList<String>();
    for (var column : table.columns()) {
      parts.add(tables.column(column, table) + defaultOf(column));
    }
    if (table.columns().stream().noneMatch(tables::isKey)) {
      var key = table.primaryKey();
      parts.add(constraint(key.name()) + "primary key " + list(key.columns()));
    }
    for (var key : table.uniqueKeys()) {
      parts.add(constraint(key.name()) + "unique " + list(key.columns()));
    }
    foreignKeys.forEach(key -> parts.add(foreignKey(key)));
    for (var check : checks(table)) {
      parts.add(constraint(check.name()) + "check (" + check.sql() + ")");
    }
    return "create table if not exists "
        + quote(table.name())
        + " (\n  "
        + String.join(",\n  ", parts)
        + "\n)";
  }

  /// The table's own checks, and those of its types as far as it has none of that name.
  private List<Check> checks(Table table) {
    var checks = new ArrayList<>(table.checks());
    for (var implied : tables.checks(table)) {
      if (table.checks().stream().noneMatch(check -> check.name().equals(implied.name()))) {
        checks.add(implied);
      }
    }
    return checks;
  }

  private String defaultOf(Column column) {
    return column
        .defaultValue()
        .map(value ->
            switch (value) {
              case Default.Literal literal ->
                  Literals.of(literal, column.name(), column.type(), tables);
              case Default.Sql sql -> tables.expression(sql.sql(), column.type());
            })
        .map(sql -> " default " + sql)
        .orElse("");
  }

  private static String foreignKey(ForeignKey key) {
    var onDelete =
        switch (key.onDelete()) {
          case NO_ACTION -> "";
          case CASCADE -> " on delete cascade";
          case SET_NULL -> " on delete set null";
        };
    return constraint(key.name())
        + "foreign key "
        + list(key.columns())
        + " references "
        + quote(key.targetTable())
        + " "
        + list(key.targetColumns())
        + onDelete
        + (key.deferred() ? " deferrable initially deferred" : "");
  }

  /// The check that keeps an enumeration to its labels.
  static String labels(String column, List<String> labels) {
    return quote(column)
        + labels.stream().map(Literals::text).collect(Collectors.joining(", ", " in (", ")"));
  }

  static String constraint(String name) {
    return "constraint " + quote(name) + " ";
  }

  static String quote(String identifier) {
    return Renderer.quote(identifier);
  }

  private static String list(List<String> columns) {
    return columns.stream().map(Renderer::quote).collect(Collectors.joining(", ", "(", ")"));
  }
}
