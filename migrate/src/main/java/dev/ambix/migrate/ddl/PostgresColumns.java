package dev.ambix.migrate.ddl;

import static dev.ambix.dialect.TableWriter.name;
import static dev.ambix.dialect.TableWriter.quote;
import static dev.ambix.dialect.TableWriter.text;

import dev.ambix.dialect.TableWriter;
import dev.ambix.schema.Change.AlterColumn;
import dev.ambix.schema.Change.AlterColumn.Part;
import dev.ambix.schema.Column;
import dev.ambix.schema.Numbering;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.schema.TableName;
import java.util.Set;

/// Changes of a column in PostgreSQL.
final class PostgresColumns {
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Set<String> TEXTS = Set.of("text", "character varying", "character");
  private static final Set<String> ZONED = Set.of("timestamp with time zone");
  private static final Set<String> UNZONED = Set.of("timestamp without time zone");

  private final TableWriter tables;

  PostgresColumns(TableWriter tables) {
    this.tables = tables;
  }

  void alter(AlterColumn change, Table table, PostgresScript out) {
    var parts = change.parts();
    if (parts.contains(Part.COMPUTED)) {
      computed(change, table, out);
      return;
    }
    var column = "alter column " + quote(change.after().name());
    if (parts.contains(Part.NUMBERING)) {
      unnumbered(change, out);
    }
    boolean typed = parts.contains(Part.TYPE);
    boolean defaults = parts.contains(Part.DEFAULT) || typed;
    if (defaults
        && change.before().defaultValue().isPresent()
        && (typed || change.after().defaultValue().isEmpty())) {
      out.action(change.table(), column + " drop default");
    }
    if (typed) {
      out.action(change.table(), column + " type " + retyped(change));
    }
    if (defaults) {
      tables
          .defaultOf(change.after())
          .ifPresent(sql -> out.action(change.table(), column + " set default " + sql));
    }
    if (parts.contains(Part.NULLABLE)) {
      nullable(change, out);
    }
    if (parts.contains(Part.NUMBERING)) {
      numbered(change, out);
    }
    if (parts.contains(Part.COMMENT)) {
      PostgresChanges.comment(
          "column",
          name(change.table()) + "." + quote(change.after().name()),
          change.after().comment(),
          out);
    }
  }

  private void computed(AlterColumn change, Table table, PostgresScript out) {
    var column = quote(change.after().name());
    boolean stored = change.before().computed().map(Column.Computed::stored).orElse(false);
    if (change.after().computed().isEmpty() && stored) {
      out.action(change.table(), "alter column " + column + " drop expression");
      return;
    }
    out.action(change.table(), "drop column " + column);
    out.action(change.table(), "add column " + tables.column(change.after(), table));
  }

  private static void nullable(AlterColumn change, PostgresScript out) {
    var column = quote(change.after().name());
    if (change.after().nullable()) {
      out.action(change.table(), "alter column " + column + " drop not null");
      return;
    }
    change
        .after()
        .defaultValue()
        .ifPresent(_ ->
            out.add(
                "update "
                    + name(change.table())
                    + " set "
                    + column
                    + " = default where "
                    + column
                    + " is null"));
    out.action(change.table(), "alter column " + column + " set not null");
  }

  /// Takes the numbering away, as far as another one does not replace it in place.
  private static void unnumbered(AlterColumn change, PostgresScript out) {
    var column = "alter column " + quote(change.before().name());
    switch (change.before().numbering()) {
      case NONE -> {}
      case BY_DEFAULT, ALWAYS -> {
        if (!inPlace(change)) {
          out.action(change.table(), column + " drop identity");
        }
      }
      case SERIAL -> {
        out.action(change.table(), column + " drop default");
        out.add(
            "do $$ begin execute 'drop sequence ' || pg_get_serial_sequence("
                + place(change.table(), change.before())
                + "); end $$");
      }
    }
  }

  private static void numbered(AlterColumn change, PostgresScript out) {
    var column = "alter column " + quote(change.after().name());
    var word = change.after().numbering() == Numbering.ALWAYS ? "always" : "by default";
    switch (change.after().numbering()) {
      case NONE -> {}
      case BY_DEFAULT, ALWAYS -> {
        if (inPlace(change)) {
          out.action(change.table(), column + " set generated " + word);
        } else {
          out.action(change.table(), column + " add generated " + word + " as identity");
          out.add(continued(change));
        }
      }
      case SERIAL -> {
        var sequence =
            name(
                change
                    .table()
                    .beside(change.table().name() + "_" + change.after().name() + "_seq"));
        out.add("create sequence " + sequence);
        out.action(change.table(), column + " set default nextval(" + text(sequence) + ")");
        out.add(
            "alter sequence "
                + sequence
                + " owned by "
                + name(change.table())
                + "."
                + quote(change.after().name()));
        out.add(continued(change));
      }
    }
  }

  private static boolean inPlace(AlterColumn change) {
    return isIdentity(change.before()) && isIdentity(change.after());
  }

  private static boolean isIdentity(Column column) {
    return column.numbering() == Numbering.BY_DEFAULT || column.numbering() == Numbering.ALWAYS;
  }

  /// Lets the numbers go on after those that are there.
  private static String continued(AlterColumn change) {
    return "select setval(pg_get_serial_sequence("
        + place(change.table(), change.after())
        + "), coalesce(max("
        + quote(change.after().name())
        + "), 0) + 1, false) from "
        + name(change.table());
  }

  private static String place(TableName table, Column column) {
    return text(name(table)) + ", " + text(column.name());
  }

  /// The new type, and how the values come to it.
  private static String retyped(AlterColumn change) {
    var column = quote(change.after().name());
    var whole = spelled(change.after());
    var to = base(whole);
    var from = base(spelled(change.before()));
    if (to.equals(from)) {
      return whole;
    }
    return whole + " using " + cast(column, family(from), family(to), to);
  }

  private static String cast(String column, String from, String to, String type) {
    if ((ZONED.contains(from) && UNZONED.contains(to))
        || (UNZONED.contains(from) && ZONED.contains(to))) {
      return "(" + column + " at time zone 'UTC')" + "::" + type;
    }
    if (TEXTS.contains(from) || TEXTS.contains(to)) {
      return column + "::" + type;
    }
    if (NUMBERS.contains(from) && NUMBERS.contains(to)) {
      return column + "::" + type;
    }
    if (from.equals("boolean") && NUMBERS.contains(to)) {
      return column + "::integer::" + type;
    }
    if (from.equals("integer") && to.equals("boolean")) {
      return column + "::boolean";
    }
    if (NUMBERS.contains(from) && to.equals("boolean")) {
      return "(" + column + " <> 0)";
    }
    return cast(column, from, type);
  }

  private static String cast(String column, String from, String type) {
    boolean times = from.startsWith("timestamp") || from.equals("date");
    boolean json = from.startsWith("json") && type.startsWith("json");
    boolean toTime = type.startsWith("timestamp") || type.equals("date");
    return column + ((times && toTime) || json ? "::" : "::text::") + type;
  }

  private static String spelled(Column column) {
    return ((SqlType.Spelled) column.type()).sql();
  }

  /// The type without its collation.
  private static String base(String type) {
    int at = type.indexOf(" collate ");
    return at < 0 ? type : type.substring(0, at);
  }

  /// The type without its numbers in parentheses.
  private static String family(String type) {
    return type.replaceAll("\\(.*?\\)", "");
  }
}
