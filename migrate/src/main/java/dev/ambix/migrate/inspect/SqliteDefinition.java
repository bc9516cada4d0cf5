package dev.ambix.migrate.inspect;

import dev.ambix.schema.Check;
import dev.ambix.schema.Column;
import dev.ambix.schema.Default;
import dev.ambix.schema.Deferral;
import dev.ambix.schema.ForeignKey;
import dev.ambix.schema.Names;
import dev.ambix.schema.Numbering;
import dev.ambix.schema.OnDelete;
import dev.ambix.schema.OnUpdate;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.schema.TableName;
import dev.ambix.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Reads the text of a CREATE TABLE that SQLite has accepted. What it does not know, such as a
/// conflict clause, it passes over.
///
/// A constraint without a name gets the one that we would give it: SQLite has none for it.
final class SqliteDefinition {
  private static final Set<String> VALUES =
      Set.of("null", "true", "false", "current_time", "current_date", "current_timestamp");

  private final String table;
  private final Tokens tokens;
  private final List<Column> columns = new ArrayList<>();
  private Optional<PrimaryKey> key = Optional.empty();
  private final List<UniqueKey> uniqueKeys = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private String constraintName = "";

  private SqliteDefinition(String table, List<Token> definition) {
    this.table = table;
    this.tokens = new Tokens(definition);
  }

  /// A table without its indexes. A foreign key that names no target columns has its own for now:
  /// the primary key that it refers to stands elsewhere.
  static Table table(String name, String sql) {
    var statement = new Tokens(sql);
    while (!statement.sees("(")) {
      statement.take();
    }
    var definition = new SqliteDefinition(name, statement.parenthesized());
    definition.read();
    return definition.table(Tokens.text(statement.rest()));
  }

  private Table table(String options) {
    return new Table(
        TableName.of(table),
        columns,
        key,
        uniqueKeys,
        foreignKeys,
        checks,
        List.of(),
        Optional.empty(),
        "",
        options);
  }

  private void read() {
    while (!tokens.atEnd()) {
      if (isConstraint()) {
        constraints(List.of());
        while (!tokens.atEnd() && !tokens.sees(",") && !isConstraint()) {
          tokens.take(); // a conflict clause
        }
      } else {
        column();
      }
      tokens.takes(",");
    }
  }

  private boolean isConstraint() {
    return tokens.sees("constraint")
        || tokens.sees("primary", "key")
        || tokens.sees("unique")
        || tokens.sees("check", "(")
        || tokens.sees("foreign", "key");
  }

  private void column() {
    var name = tokens.take().name();
    var draft = new Draft(name, type());
    while (!tokens.atEnd() && !tokens.sees(",")) {
      if (!attribute(draft)) {
        constraints(List.of(name));
        draft.identity |= tokens.takes("autoincrement");
      }
    }
    columns.add(draft.column());
  }

  /// The declared type: words, and numbers in parentheses.
  private String type() {
    var words = new ArrayList<String>();
    while (!tokens.atEnd() && !tokens.sees(",") && !endsType()) {
      if (tokens.sees("(")) {
        var numbers = Tokens.text(tokens.parenthesized());
        words.addLast((words.isEmpty() ? "" : words.removeLast()) + "(" + numbers + ")");
      } else {
        words.add(tokens.take().name().toLowerCase(Locale.ROOT));
      }
    }
    return String.join(" ", words);
  }

  private boolean endsType() {
    return isConstraint()
        || tokens.sees("not")
        || tokens.sees("null")
        || tokens.sees("default")
        || tokens.sees("collate")
        || tokens.sees("references")
        || tokens.sees("generated")
        || tokens.sees("as")
        || tokens.sees("check");
  }

  /// Takes one of what only a column has.
  private boolean attribute(Draft draft) {
    if (tokens.takes("not", "null")) {
      draft.nullable = false;
    } else if (tokens.takes("default")) {
      draft.defaultValue =
          Optional.of(defaultValue())
              .filter(it -> !it.equalsIgnoreCase("null")) // the same as none
              .map(Default.Sql::new);
    } else if (tokens.takes("collate")) {
      draft.type += " collate " + tokens.take().name().toLowerCase(Locale.ROOT);
    } else if (tokens.takes("generated", "always", "as") || tokens.takes("as")) {
      var sql = Tokens.text(tokens.parenthesized());
      draft.computed = Optional.of(new Column.Computed(sql, tokens.takes("stored")));
      tokens.takes("virtual");
    } else {
      return tokens.takes("null");
    }
    return true;
  }

  private String defaultValue() {
    if (tokens.sees("(")) {
      return Tokens.text(tokens.parenthesized());
    }
    var sign = tokens.takes("-") ? "-" : "";
    tokens.takes("+");
    var value = tokens.take();
    boolean name =
        value.kind() == Token.Kind.QUOTED
            || (value.kind() == Token.Kind.WORD && !VALUES.contains(value.folded()));
    return name // which SQLite takes for a text here
        ? "'" + value.name().replace("'", "''") + "'"
        : sign + Tokens.text(List.of(value));
  }

  /// Takes one constraint, of a column or, when there is none, of the table.
  private void constraints(List<String> column) {
    if (tokens.takes("constraint")) {
      constraintName = tokens.take().name();
      if (endsName()) { // that of a NOT NULL or a default, which SQLite forgets too
        constraintName = "";
        return;
      }
    }
    if (tokens.takes("primary", "key")) {
      var columns = column.isEmpty() ? names() : column;
      key = Optional.of(new PrimaryKey(name("pk", List.of()), columns));
    } else if (tokens.takes("unique")) {
      var columns = column.isEmpty() ? names() : column;
      uniqueKeys.add(new UniqueKey(name("uq", columns), columns));
    } else if (tokens.takes("check")) {
      var sql = Tokens.text(tokens.parenthesized());
      checks.add(new Check(checkName(column), sql));
    } else if (tokens.takes("foreign", "key")) {
      var columns = names();
      tokens.takes("references");
      foreignKeys.add(reference(columns));
    } else if (tokens.takes("references")) {
      foreignKeys.add(reference(column));
    } else if (tokens.takes("on", "conflict") || !tokens.sees("autoincrement")) {
      tokens.take();
    }
    constraintName = "";
  }

  private boolean endsName() {
    return tokens.atEnd()
        || tokens.sees("not")
        || tokens.sees("null")
        || tokens.sees("default")
        || tokens.sees("collate")
        || tokens.sees("generated")
        || tokens.sees("as");
  }

  private String name(String prefix, List<String> columns) {
    return constraintName.isEmpty() ? Names.of(prefix, table, columns) : constraintName;
  }

  private String checkName(List<String> column) {
    var name = name("ck", column);
    Predicate<String> taken = other -> checks.stream().anyMatch(it -> it.name().equals(other));
    for (int i = 2; taken.test(name); i++) {
      name = Names.of("ck", table, List.of(Integer.toString(i)));
    }
    return name;
  }

  private List<String> names() {
    var list = new Tokens(tokens.parenthesized());
    var names = new ArrayList<String>();
    while (!list.atEnd()) {
      names.add(list.untilComma().getFirst().name());
    }
    return names;
  }

  private ForeignKey reference(List<String> columns) {
    var target = tokens.take().name();
    var targets = !tokens.atEnd() && tokens.sees("(") ? names() : columns;
    var onDelete = OnDelete.NO_ACTION;
    var onUpdate = OnUpdate.NO_ACTION;
    while (tokens.sees("on") || tokens.sees("match")) {
      if (tokens.takes("on", "delete")) {
        onDelete = OnDelete.valueOf(action());
      } else if (tokens.takes("on", "update")) {
        onUpdate = OnUpdate.valueOf(action());
      } else {
        tokens.take();
        tokens.take();
      }
    }
    return new ForeignKey(
        name("fk", columns),
        columns,
        TableName.of(target),
        targets,
        onDelete,
        onUpdate,
        deferral());
  }

  private String action() {
    var first = tokens.take().folded();
    var whole =
        first.equals("set") || first.equals("no") ? first + "_" + tokens.take().folded() : first;
    return whole.toUpperCase(Locale.ROOT);
  }

  private Deferral deferral() {
    if (tokens.takes("not", "deferrable")) {
      tokens.takes("initially", "deferred");
      tokens.takes("initially", "immediate");
      return Deferral.NEVER;
    }
    if (!tokens.takes("deferrable")) {
      return Deferral.NEVER;
    }
    tokens.takes("initially", "immediate");
    return tokens.takes("initially", "deferred") ? Deferral.ALWAYS : Deferral.NEVER;
  }

  /// A column that is being read.
  private static final class Draft {
    final String name;
    String type;
    boolean nullable = true;
    boolean identity;
    Optional<Default> defaultValue = Optional.empty();
    Optional<Column.Computed> computed = Optional.empty();

    Draft(String name, String type) {
      this.name = name;
      this.type = type;
    }

    Column column() {
      return new Column(
          name,
          new SqlType.Spelled(type),
          nullable && !identity,
          defaultValue,
          identity ? Numbering.BY_DEFAULT : Numbering.NONE,
          computed,
          "");
    }
  }
}
