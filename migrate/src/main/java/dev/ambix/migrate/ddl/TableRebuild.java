package dev.ambix.migrate.ddl;

import static dev.ambix.dialect.TableWriter.name;
import static dev.ambix.dialect.TableWriter.quote;
import static dev.ambix.dialect.TableWriter.text;

import dev.ambix.dialect.TableWriter;
import dev.ambix.schema.Column;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.schema.TableName;
import dev.ambix.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Makes a table anew with its rows, as SQLite's documentation of ALTER TABLE says: a new table
/// takes the rows, the old one goes, the new one takes its name, its indexes and its triggers.
///
/// Views, and the triggers of others, refer to it by name and stay as they are: that is what
/// `legacy_alter_table` is for, which keeps the renaming from reading them meanwhile.
///
/// @param before the table as it is
/// @param after the table as it is to be
/// @param views all views and triggers
record TableRebuild(TableWriter tables, Table before, Table after, List<View> views) {
  List<String> statements() {
    var fresh = TableName.of("ambix_new_" + after.name());
    var statements = new ArrayList<String>();
    statements.add(tables.table(after.named(fresh)));
    var columns = copied();
    if (!columns.isEmpty()) {
      statements.add(copy(fresh, columns));
    }
    if (isNumbered(before) && isNumbered(after)) {
      statements.addAll(numbers(fresh));
    }
    statements.add("drop table " + name(before.id()));
    statements.add("pragma legacy_alter_table = on");
    statements.add("alter table " + name(fresh) + " rename to " + quote(after.name()));
    statements.add("pragma legacy_alter_table = off");
    after.indexes().forEach(index -> statements.add(tables.index(after.id(), index)));
    views.stream()
        .filter(view -> view.table().equalsIgnoreCase(before.name()))
        .forEach(trigger -> statements.add(trigger.sql()));
    return statements;
  }

  private List<Column> copied() {
    return after.columns().stream()
        .filter(column -> column.computed().isEmpty())
        .filter(column -> before.column(column.name()).isPresent())
        .toList();
  }

  private String copy(TableName fresh, List<Column> columns) {
    var targets = new ArrayList<String>();
    var values = new ArrayList<String>();
    if (keepsRowId()) {
      targets.add("rowid");
      values.add("rowid");
    }
    for (var column : columns) {
      targets.add(quote(column.name()));
      values.add(value(column));
    }
    return "insert into "
        + name(fresh)
        + " ("
        + String.join(", ", targets)
        + ")\n  select "
        + String.join(", ", values)
        + " from "
        + name(before.id());
  }

  /// A column that may no longer be NULL gets its default where it is.
  private String value(Column column) {
    boolean wasNullable = before.column(column.name()).map(Column::nullable).orElse(true);
    var value = tables.defaultOf(column);
    return wasNullable && !column.nullable() && value.isPresent()
        ? "coalesce(" + quote(column.name()) + ", " + value.get() + ")"
        : quote(column.name());
  }

  private boolean keepsRowId() {
    return hasHiddenRowId(before) && hasHiddenRowId(after);
  }

  /// Whether the rows have a number that no column shows.
  private static boolean hasHiddenRowId(Table table) {
    var key = table.key().map(PrimaryKey::columns).orElse(List.of());
    boolean shown =
        key.size() == 1 && table.column(key.getFirst()).stream().anyMatch(TableRebuild::isInteger);
    return !shown
        && !table.options().contains("without")
        && table.columns().stream().noneMatch(column -> column.name().equalsIgnoreCase("rowid"));
  }

  private static boolean isInteger(Column column) {
    return column.type() instanceof SqlType.Spelled spelled
        && spelled.sql().toLowerCase(Locale.ROOT).equals("integer");
  }

  private static boolean isNumbered(Table table) {
    return table.columns().stream().anyMatch(Column::identity);
  }

  /// The next number is that of the old table, though its last rows may be gone.
  private List<String> numbers(TableName fresh) {
    return List.of(
        "delete from sqlite_sequence where name = " + text(fresh.name()),
        "insert into sqlite_sequence (name, seq) select "
            + text(fresh.name())
            + ", seq from sqlite_sequence where name = "
            + text(before.name()));
  }
}
