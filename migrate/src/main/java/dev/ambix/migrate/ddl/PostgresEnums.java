package dev.ambix.migrate.ddl;

import static dev.ambix.dialect.TableWriter.name;
import static dev.ambix.dialect.TableWriter.quote;
import static dev.ambix.dialect.TableWriter.text;

import dev.ambix.dialect.TableWriter;
import dev.ambix.migrate.ddl.Script.Statement;
import dev.ambix.schema.Change;
import dev.ambix.schema.Change.AlterEnum;
import dev.ambix.schema.Check;
import dev.ambix.schema.Column;
import dev.ambix.schema.EnumType;
import dev.ambix.schema.Index;
import dev.ambix.schema.Schema;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Enumerations of PostgreSQL. A label can be added where it belongs, outside of a transaction that
/// uses it; all else is another type in place of the old one.
final class PostgresEnums {
  private final TableWriter tables;
  private final Set<Change> gone;

  /// @param gone takes the later changes that are made here already
  PostgresEnums(TableWriter tables, Set<Change> gone) {
    this.tables = tables;
    this.gone = gone;
  }

  static String create(EnumType type) {
    return "create type "
        + name(type.id())
        + " as enum "
        + type.labels().stream().map(TableWriter::text).collect(Collectors.joining(", ", "(", ")"));
  }

  List<Statement> alter(AlterEnum change, Schema before, Schema after) {
    return change.adds() ? added(change) : replaced(change, before, after);
  }

  private static List<Statement> added(AlterEnum change) {
    var statements = new ArrayList<Statement>();
    var labels = change.after().labels();
    for (int i = 0; i < labels.size(); i++) {
      if (!change.before().labels().contains(labels.get(i))) {
        var place =
            i > 0 ? " after " + text(labels.get(i - 1)) : before(labels, change.before().labels());
        statements.add(
            Statement.outside(
                "alter type "
                    + name(change.after().id())
                    + " add value if not exists "
                    + text(labels.get(i))
                    + place));
      }
    }
    return statements;
  }

  private static String before(List<String> labels, List<String> old) {
    return labels.stream()
        .filter(old::contains)
        .findFirst()
        .map(label -> " before " + text(label))
        .orElse("");
  }

  private List<Statement> replaced(AlterEnum change, Schema before, Schema after) {
    var id = change.after().id();
    var old = id.beside(id.name() + "_old");
    var statements = new ArrayList<Statement>();
    statements.add(Statement.of("alter type " + name(id) + " rename to " + quote(old.name())));
    statements.add(
        Statement.of(create(change.after()))
            .noted("Rows with a label that is gone make this fail."));
    for (var table : before.tables()) {
      var columns = table.columns().stream().filter(it -> isOf(it, id)).toList();
      if (!columns.isEmpty()) {
        statements.addAll(moved(table, columns, id, after.table(table.id())));
      }
    }
    statements.add(Statement.of("drop type " + name(old)));
    return statements;
  }

  /// Gives the columns of a table the new type. A condition on them is bound to the old type, so it
  /// goes before and comes back after, where it is to stay.
  private List<Statement> moved(
      Table table, List<Column> columns, TableName type, Optional<Table> after) {
    var actions = new ArrayList<String>();
    var statements = new ArrayList<Statement>();
    var back = new ArrayList<Statement>();
    for (var index : table.indexes()) {
      if (conditions(index).anyMatch(it -> speaksOf(it, columns))) {
        statements.add(Statement.of("drop index " + name(table.id().beside(index.name()))));
        if (after.stream().flatMap(it -> it.indexes().stream()).anyMatch(same(index))) {
          back.add(Statement.of(tables.index(table.id(), index)));
        } else {
          gone.add(new Change.DropIndex(table.id(), index));
        }
      }
    }
    var checks = table.checks().stream().filter(it -> speaksOf(it.sql(), columns)).toList();
    checks.forEach(it -> actions.add("drop constraint " + quote(it.name())));
    columns.forEach(it -> actions.addAll(moved(it, type, after)));
    for (var check : checks) {
      if (after.stream().flatMap(it -> it.checks().stream()).anyMatch(same(check))) {
        actions.add("add " + tables.constraint(check));
      } else {
        gone.add(new Change.DropConstraint(table.id(), check));
      }
    }
    statements.add(
        Statement.of("alter table " + name(table.id()) + " " + String.join(",\n  ", actions)));
    statements.addAll(back);
    return statements;
  }

  private static Predicate<Index> same(Index index) {
    return it -> it.named(index.name()).equals(index);
  }

  private static Predicate<Check> same(Check check) {
    return it -> it.named(check.name()).equals(check);
  }

  /// The default is the one to come: the old one may be a label that is gone. A column that does
  /// not keep the type is text meanwhile.
  private List<String> moved(Column column, TableName type, Optional<Table> after) {
    var alter = "alter column " + quote(column.name());
    var array = isArray(column) ? "[]" : "";
    var actions = new ArrayList<String>();
    if (column.defaultValue().isPresent()) {
      actions.add(alter + " drop default");
    }
    var kept =
        after.stream()
            .flatMap(table -> table.columns().stream())
            .filter(it -> it.name().equals(column.name()) && it.type().equals(column.type()))
            .findFirst();
    var cast = quote(column.name()) + "::text" + array;
    var whole = name(type) + array;
    actions.add(
        kept.isPresent()
            ? alter + " type " + whole + " using " + cast + "::" + whole
            : alter + " type text" + array + " using " + cast);
    kept.flatMap(tables::defaultOf).ifPresent(sql -> actions.add(alter + " set default " + sql));
    return actions;
  }

  private static Stream<String> conditions(Index index) {
    return Stream.concat(
        index.predicate().stream(),
        index.keys().stream().filter(Index.Key::expression).map(Index.Key::text));
  }

  private static boolean speaksOf(String sql, List<Column> columns) {
    return columns.stream()
        .anyMatch(it ->
            Pattern.compile("(?<!\\w)" + Pattern.quote(it.name()) + "(?!\\w)").matcher(sql).find());
  }

  /// Whether the column has the type, or is an array of it, as the catalog spells it.
  private static boolean isOf(Column column, TableName id) {
    return column.type() instanceof SqlType.Spelled spelled
        && spelled.sql().replace("\"", "").replace("[]", "").equals(id.toString());
  }

  private static boolean isArray(Column column) {
    return column.type() instanceof SqlType.Spelled spelled && spelled.sql().endsWith("[]");
  }
}
