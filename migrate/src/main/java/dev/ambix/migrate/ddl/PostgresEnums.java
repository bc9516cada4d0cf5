package dev.ambix.migrate.ddl;

import static dev.ambix.dialect.TableWriter.name;
import static dev.ambix.dialect.TableWriter.quote;
import static dev.ambix.dialect.TableWriter.text;

import dev.ambix.dialect.TableWriter;
import dev.ambix.migrate.ddl.Script.Statement;
import dev.ambix.schema.Change.AlterEnum;
import dev.ambix.schema.Column;
import dev.ambix.schema.EnumType;
import dev.ambix.schema.Schema;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Enumerations of PostgreSQL. A label can be added where it belongs, outside of a transaction that
/// uses it; all else is another type in place of the old one.
final class PostgresEnums {
  private final TableWriter tables;

  PostgresEnums(TableWriter tables) {
    this.tables = tables;
  }

  static String create(EnumType type) {
    return "create type "
        + name(type.id())
        + " as enum "
        + type.labels().stream().map(TableWriter::text).collect(Collectors.joining(", ", "(", ")"));
  }

  List<Statement> alter(AlterEnum change, Schema before) {
    return change.adds() ? added(change) : replaced(change, before);
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

  private List<Statement> replaced(AlterEnum change, Schema before) {
    var id = change.after().id();
    var old = id.beside(id.name() + "_old");
    var statements = new ArrayList<Statement>();
    statements.add(Statement.of("alter type " + name(id) + " rename to " + quote(old.name())));
    statements.add(
        Statement.of(create(change.after()))
            .noted("Rows with a label that is gone make this fail."));
    for (var table : before.tables()) {
      for (var column : table.columns()) {
        if (isOf(column, id)) {
          statements.add(Statement.of(moved(table.id(), column, id)));
        }
      }
    }
    statements.add(Statement.of("drop type " + name(old)));
    return statements;
  }

  private String moved(TableName table, Column column, TableName type) {
    var alter = "alter column " + quote(column.name());
    var typed =
        alter + " type " + name(type) + " using " + quote(column.name()) + "::text::" + name(type);
    var actions = new ArrayList<String>();
    var value = tables.defaultOf(column);
    value.ifPresent(_ -> actions.add(alter + " drop default"));
    actions.add(typed);
    value.ifPresent(sql -> actions.add(alter + " set default " + sql));
    return "alter table " + name(table) + " " + String.join(",\n  ", actions);
  }

  /// Whether the column has the type, as the catalog spells it.
  private static boolean isOf(Column column, TableName id) {
    if (!(column.type() instanceof SqlType.Spelled spelled)) {
      return false;
    }
    var bare = spelled.sql().replace("\"", "");
    return bare.equals(id.toString());
  }
}
