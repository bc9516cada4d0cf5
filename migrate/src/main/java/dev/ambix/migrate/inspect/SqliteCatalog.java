package dev.ambix.migrate.inspect;

import dev.ambix.schema.ForeignKey;
import dev.ambix.schema.Index;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Sequence;
import dev.ambix.schema.Table;
import dev.ambix.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads sqlite_schema: the statements that made what is there, as the engine keeps them. What the
/// pragmas tell leaves out the names of constraints, checks, and the text of expressions.
final class SqliteCatalog implements Catalog {
  /// Where sequences are kept, one a row.
  static final String SEQUENCES = "ambix_sequence";

  /// Without what the engine made, and what a virtual table keeps its data in.
  private static final String QUERY =
      """
      select s.type, s.name, s.tbl_name, s.sql
      from sqlite_schema s
      left join pragma_table_list l on l.schema = 'main' and l.name = s.tbl_name
      where s.sql is not null and s.name not like 'sqlite!_%' escape '!'
      and coalesce(l.type, '') not in ('virtual', 'shadow')
      order by s.name
      """;

  @Override
  public Schema read(Connection connection) throws SQLException {
    var tables = new ArrayList<Table>();
    var views = new ArrayList<View>();
    Map<String, List<Index>> indexes = new HashMap<>();
    boolean sequences = false;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        var name = rows.getString("name");
        var table = rows.getString("tbl_name");
        var sql = rows.getString("sql");
        if (name.equals(SEQUENCES)) {
          sequences = true;
          continue;
        }
        switch (rows.getString("type")) {
          case "table" -> tables.add(SqliteDefinition.table(name, sql));
          case "index" ->
              indexes.computeIfAbsent(table, _ -> new ArrayList<>()).add(index(name, sql));
          case "trigger" -> views.add(new View(name, table, sql));
          default -> views.add(new View(name, "", sql));
        }
      }
    }
    tables.replaceAll(table -> withIndexes(table, indexes.getOrDefault(table.name(), List.of())));
    var found = List.copyOf(tables);
    tables.replaceAll(table -> withTargets(table, found));
    return new Schema(
        tables, sequences ? sequences(connection) : List.of(), List.of(), List.of(), views);
  }

  private static Table withIndexes(Table table, List<Index> indexes) {
    return new Table(
        table.id(),
        table.columns(),
        table.key(),
        table.uniqueKeys(),
        table.foreignKeys(),
        table.checks(),
        indexes,
        Optional.empty(),
        "",
        table.options());
  }

  /// A foreign key that names no target columns refers to the primary key.
  private static Table withTargets(Table table, List<Table> all) {
    var keys = table.foreignKeys().stream().map(key -> withTargets(key, all)).toList();
    return keys.equals(table.foreignKeys()) ? table : table.withForeignKeys(keys);
  }

  private static ForeignKey withTargets(ForeignKey key, List<Table> all) {
    return all.stream()
        .filter(table -> table.name().equalsIgnoreCase(key.targetTable()))
        .filter(table -> !key.targetColumns().stream().allMatch(it -> table.column(it).isPresent()))
        .flatMap(table -> table.key().stream())
        .filter(target -> target.columns().size() == key.columns().size())
        .findFirst()
        .map(target ->
            new ForeignKey(
                key.name(),
                key.columns(),
                key.target(),
                target.columns(),
                key.onDelete(),
                key.onUpdate(),
                key.deferral()))
        .orElse(key);
  }

  private static List<Sequence> sequences(Connection connection) throws SQLException {
    var found = new ArrayList<Sequence>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select name from " + SEQUENCES + " order by name")) {
      while (rows.next()) {
        found.add(new Sequence(rows.getString(1), 1));
      }
    }
    return found;
  }

  private static Index index(String name, String sql) {
    var tokens = new Tokens(sql);
    tokens.take();
    boolean unique = tokens.takes("unique");
    while (!tokens.sees("(")) {
      tokens.take();
    }
    var list = new Tokens(tokens.parenthesized());
    var keys = new ArrayList<Index.Key>();
    while (!list.atEnd()) {
      keys.add(key(list.untilComma()));
    }
    var predicate =
        tokens.takes("where") ? Optional.of(Tokens.text(tokens.rest())) : Optional.<String>empty();
    return new Index(name, keys, unique, true, List.of(), predicate, "");
  }

  private static Index.Key key(List<Token> tokens) {
    var text = new ArrayList<>(tokens);
    var order = new ArrayList<String>();
    if (text.getLast().is("asc") || text.getLast().is("desc")) {
      var direction = text.removeLast();
      if (direction.is("desc")) {
        order.add("desc");
      }
    }
    if (text.size() > 2 && text.get(text.size() - 2).is("collate")) {
      order.addFirst("collate " + text.removeLast().name().toLowerCase(Locale.ROOT));
      text.removeLast();
    }
    boolean expression = text.size() > 1 || text.getFirst().kind() == Token.Kind.NUMBER;
    return new Index.Key(
        expression ? Tokens.text(text) : text.getFirst().name(),
        expression,
        String.join(" ", order));
  }
}
