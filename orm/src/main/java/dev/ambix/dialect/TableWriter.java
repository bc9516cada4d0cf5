package dev.ambix.dialect;

import dev.ambix.schema.Check;
import dev.ambix.schema.Column;
import dev.ambix.schema.Constraint;
import dev.ambix.schema.Default;
import dev.ambix.schema.ForeignKey;
import dev.ambix.schema.Index;
import dev.ambix.schema.OnDelete;
import dev.ambix.schema.OnUpdate;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Sequence;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.schema.TableName;
import dev.ambix.schema.UniqueKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the definitions of tables and what belongs to them, and the statements that make or drop
/// a whole schema. Stateless and safe for any thread.
public final class TableWriter {
  private final Tables tables;

  TableWriter(Tables tables) {
    this.tables = tables;
  }

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
    var made = new HashSet<TableName>();
    for (var table : schema.parentsFirst()) {
      made.add(table.id());
      var now = new ArrayList<ForeignKey>();
      for (var key : table.foreignKeys()) {
        var after = tables.addForeignKey(name(table.id()), constraint(key));
        if (after.isEmpty() || made.contains(key.target())) {
          now.add(key);
        } else {
          later.add(after.get());
        }
      }
      statements.add(table("create table if not exists ", table.withForeignKeys(now)));
      for (var index : table.indexes()) {
        statements.add(index("if not exists ", table.id(), index));
      }
    }
    statements.addAll(later);
    return List.copyOf(statements);
  }

  List<String> drop(Schema schema) {
    var statements = new ArrayList<String>();
    for (var table : schema.parentsFirst().reversed()) {
      statements.add(tables.dropTable(name(table.id())));
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
    return Stream.concat(
            schema.sequences().stream(),
            schema.tables().stream().flatMap(table -> table.sequence().stream()))
        .distinct()
        .toList();
  }

  /// The statement that makes a table, without its indexes.
  public String table(Table table) {
    return table("create table ", table);
  }

  private String table(String verb, Table table) {
    var parts = new ArrayList<String>();
    for (var column : table.columns()) {
      parts.add(column(column, table));
    }
    if (table.columns().stream().noneMatch(tables::isKey)) {
      table.key().ifPresent(key -> parts.add(constraint(key)));
    }
    table.uniqueKeys().forEach(key -> parts.add(constraint(key)));
    table.foreignKeys().forEach(key -> parts.add(constraint(key)));
    checks(table).forEach(check -> parts.add(constraint(check)));
    return verb
        + name(table.id())
        + " (\n  "
        + String.join(",\n  ", parts)
        + "\n)"
        + (table.options().isEmpty() ? "" : " " + table.options());
  }

  /// A column of a table, from its name to its default.
  public String column(Column column, Table table) {
    return tables.column(column, table)
        + defaultOf(column).map(sql -> " default " + sql).orElse("");
  }

  /// The default of a column, after the word DEFAULT.
  public Optional<String> defaultOf(Column column) {
    return column
        .defaultValue()
        .map(value ->
            switch (value) {
              case Default.Literal literal ->
                  Literals.of(literal, column.name(), column.type(), tables);
              case Default.Sql sql -> tables.expression(sql.sql(), column.type());
            });
  }

  /// A constraint, from its name on, as it stands in a table or after ADD.
  public String constraint(Constraint constraint) {
    var definition =
        switch (constraint) {
          case PrimaryKey key -> "primary key " + list(key.columns());
          case UniqueKey key ->
              "unique " + (key.nullsDistinct() ? "" : "nulls not distinct ") + list(key.columns());
          case ForeignKey key -> foreignKey(key);
          case Check check -> "check (" + check.sql() + ")";
        };
    return constraint(constraint.name()) + definition;
  }

  /// The statement that makes an index.
  public String index(TableName table, Index index) {
    return index("", table, index);
  }

  private static String index(String condition, TableName table, Index index) {
    var keys = index.keys().stream().map(TableWriter::key).collect(Collectors.joining(", "));
    return "create "
        + (index.unique() ? "unique " : "")
        + "index "
        + condition
        + quote(index.name())
        + " on "
        + name(table)
        + (index.method().isEmpty() ? "" : " using " + index.method())
        + " ("
        + keys
        + ")"
        + (index.include().isEmpty() ? "" : " include " + list(index.include()))
        + (index.nullsDistinct() ? "" : " nulls not distinct")
        + index.predicate().map(sql -> " where " + sql).orElse("");
  }

  private static String key(Index.Key key) {
    var text = key.expression() ? "(" + key.text() + ")" : quote(key.text());
    return key.order().isEmpty() ? text : text + " " + key.order();
  }

  /// The statements that make a sequence.
  public List<String> createSequence(Sequence sequence) {
    return tables.createSequence(sequence);
  }

  /// The name of a table, a sequence or a type in quotes, with its namespace where it has one.
  public static String name(TableName id) {
    return id.namespace().isEmpty()
        ? quote(id.name())
        : quote(id.namespace()) + "." + quote(id.name());
  }

  /// A text as a literal.
  public static String text(String value) {
    return Literals.text(value);
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

  private static String foreignKey(ForeignKey key) {
    var onDelete =
        key.onDelete() == OnDelete.NO_ACTION ? "" : " on delete " + words(key.onDelete());
    var onUpdate =
        key.onUpdate() == OnUpdate.NO_ACTION ? "" : " on update " + words(key.onUpdate());
    var deferral =
        switch (key.deferral()) {
          case NEVER -> "";
          case ON_REQUEST -> " deferrable";
          case ALWAYS -> " deferrable initially deferred";
        };
    return "foreign key "
        + list(key.columns())
        + " references "
        + name(key.target())
        + " "
        + list(key.targetColumns())
        + onDelete
        + onUpdate
        + deferral;
  }

  private static String words(Enum<?> action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// The check that keeps an enumeration to its labels.
  static String labels(String column, List<String> labels) {
    return quote(column)
        + labels.stream().map(Literals::text).collect(Collectors.joining(", ", " in (", ")"));
  }

  static String constraint(String name) {
    return "constraint " + quote(name) + " ";
  }

  /// An identifier in quotes.
  public static String quote(String identifier) {
    return Renderer.quote(identifier);
  }

  private static String list(List<String> columns) {
    return columns.stream().map(Renderer::quote).collect(Collectors.joining(", ", "(", ")"));
  }
}
