package dev.ambix.migrate.ddl;

import static dev.ambix.dialect.TableWriter.name;
import static dev.ambix.dialect.TableWriter.quote;

import dev.ambix.dialect.TableWriter;
import dev.ambix.schema.Change;
import dev.ambix.schema.Check;
import dev.ambix.schema.Column;
import dev.ambix.schema.Constraint;
import dev.ambix.schema.Default;
import dev.ambix.schema.ForeignKey;
import dev.ambix.schema.Index;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.SqlText;
import dev.ambix.schema.Table;
import dev.ambix.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Changes of a table that SQLite's ALTER TABLE can make: a column that comes with checks and a
/// foreign key of its own, a column that goes and that nothing names, and indexes.
final class InPlace implements SqlitePlans.Plan {
  private static final Pattern CONSTANT =
      Pattern.compile("-?[0-9.]+|[xX]?'(?:[^']|'')*'|true|false|null");

  private final TableWriter tables;
  private final Table before;
  private final Table after;
  private final List<Change> changes;

  InPlace(TableWriter tables, Table before, Table after, List<Change> changes) {
    this.tables = tables;
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  boolean possible() {
    return changes.stream().allMatch(this::possible);
  }

  private boolean possible(Change change) {
    if (change instanceof Change.AddColumn add) {
      return canAdd(add.column());
    }
    if (change instanceof Change.DropColumn drop) {
      return canDrop(drop.column());
    }
    if (change instanceof Change.AddConstraint add) {
      return changes.stream()
          .anyMatch(other ->
              other instanceof Change.AddColumn with && belongs(add.constraint(), with.column()));
    }
    return change instanceof Change.AddIndex
        || change instanceof Change.DropIndex
        || change instanceof Change.RenameIndex;
  }

  private static boolean canAdd(Column column) {
    boolean constant =
        column.defaultValue().isEmpty()
            || (column.defaultValue().get() instanceof Default.Sql sql
                && CONSTANT.matcher(sql.sql()).matches());
    boolean filled = column.nullable() || column.defaultValue().isPresent();
    boolean stored = column.computed().map(Column.Computed::stored).orElse(false);
    return constant && filled && !stored && !column.identity();
  }

  /// Whether the constraint can stand in the definition of the new column.
  private boolean belongs(Constraint constraint, Column column) {
    if (constraint instanceof ForeignKey key) {
      return key.columns().equals(List.of(column.name()))
          && column.nullable()
          && column.defaultValue().isEmpty();
    }
    return constraint instanceof Check check
        && SqlText.mentions(check.sql(), column.name())
        && after.columns().stream()
            .filter(other -> !other.equals(column))
            .noneMatch(other -> SqlText.mentions(check.sql(), other.name()));
  }

  private boolean canDrop(Column column) {
    var name = column.name();
    return before.columns().stream()
            .noneMatch(other ->
                other.computed().stream().anyMatch(from -> SqlText.mentions(from.sql(), name)))
        && before.checks().stream().noneMatch(check -> SqlText.mentions(check.sql(), name))
        && before.constraints().stream().noneMatch(constraint -> hasColumn(constraint, name));
  }

  private static boolean hasColumn(Constraint constraint, String column) {
    return switch (constraint) {
      case PrimaryKey key -> key.columns().contains(column);
      case UniqueKey key -> key.columns().contains(column);
      case ForeignKey key -> key.columns().contains(column) || key.targetColumns().contains(column);
      case Check _ -> false;
    };
  }

  @Override
  public void write(Change change, SqliteScript out) {
    var table = name(after.id());
    if (change instanceof Change.AddColumn add) {
      var parts = new ArrayList<String>();
      parts.add("alter table " + table + " add column " + tables.column(add.column(), after));
      for (var other : changes) {
        if (other instanceof Change.AddConstraint with
            && belongs(with.constraint(), add.column())) {
          parts.add(inColumn(with.constraint()));
        }
      }
      out.add(String.join(" ", parts));
    } else if (change instanceof Change.DropColumn drop) {
      out.add("alter table " + table + " drop column " + quote(drop.column().name()));
    } else if (change instanceof Change.AddIndex add) {
      out.add(tables.index(after.id(), add.index()));
    } else if (change instanceof Change.DropIndex drop) {
      out.add("drop index " + quote(drop.index().name()));
    } else if (change instanceof Change.RenameIndex(var _, Index old, String now)) {
      out.add("drop index " + quote(old.name()));
      out.add(tables.index(after.id(), old.named(now)));
    }
  }

  private String inColumn(Constraint constraint) {
    var definition = tables.constraint(constraint);
    return constraint instanceof ForeignKey
        ? definition.replaceFirst("foreign key \\(.*?\\) references", "references")
        : definition;
  }
}
