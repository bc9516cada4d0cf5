package dev.ambix.schema;

import dev.ambix.schema.Change.AlterColumn;
import dev.ambix.schema.Change.AlterColumn.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What differs between two states of one table.
final class TableDiff {
  private static final Set<Part> HARMLESS = EnumSet.of(Part.DEFAULT, Part.COMMENT);
  private static final Set<SqlType> INTEGERS =
      Set.of(
          new SqlType.SmallInt(),
          new SqlType.Int(),
          new SqlType.BigInt(),
          new SqlType.Spelled("smallint"),
          new SqlType.Spelled("integer"),
          new SqlType.Spelled("bigint"));

  private final TableName table;
  private final Table before;
  private final Table after;
  private final List<AlterColumn> altered = new ArrayList<>();
  private final List<Change> renamed = new ArrayList<>();
  private final List<Change> dropped = new ArrayList<>();
  private final List<Change> added = new ArrayList<>();

  TableDiff(Table before, Table after) {
    this.table = before.id();
    this.before = before;
    this.after = after;
    for (var column : before.columns()) {
      after
          .column(column.name())
          .filter(now -> !now.equals(column))
          .ifPresent(now -> altered.add(new AlterColumn(table, column, now)));
    }
    constraints();
    indexes();
  }

  /// The names that constraints and indexes will take.
  Set<String> addedNames() {
    var names = new HashSet<String>();
    for (var change : added) {
      if (change instanceof Change.AddConstraint(var _, Constraint constraint)) {
        names.add(constraint.name());
      } else if (change instanceof Change.AddIndex(var _, Index index)) {
        names.add(index.name());
      }
    }
    return names;
  }

  /// @param taken the names that new constraints and indexes of the schema will take
  void write(Phases phases, Set<String> taken) {
    phases.rename.addAll(renamed);
    dropped.forEach(change -> (goesFirst(change, taken) ? phases.early : phases.late).add(change));
    if (!before.comment().equals(after.comment()) || !before.options().equals(after.options())) {
      phases.columns.add(new Change.AlterTable(before, after));
    }
    phases.columns.addAll(altered);
    for (var column : after.columns()) {
      if (before.column(column.name()).isEmpty()) {
        phases.columns.add(new Change.AddColumn(table, column));
      }
    }
    for (var change : added) {
      boolean refers =
          change instanceof Change.AddConstraint add && add.constraint() instanceof ForeignKey;
      (refers ? phases.refer : phases.keys).add(change);
    }
    for (var column : before.columns().reversed()) {
      if (after.column(column.name()).isEmpty()) {
        phases.late.add(new Change.DropColumn(table, column));
      }
    }
  }

  private void constraints() {
    var old = Diff.byName(before.constraints(), Constraint::name);
    var now = Diff.byName(after.constraints(), Constraint::name);
    unchanged(old, now)
        .forEach(name -> {
          var constraint = old.remove(name);
          now.remove(name);
          if (constraint != null && comesAnew(constraint)) {
            dropped.add(new Change.DropConstraint(table, constraint));
            added.add(new Change.AddConstraint(table, constraint));
          }
        });
    for (var constraint : List.copyOf(now.values())) {
      if (!old.containsKey(constraint.name())) {
        old.values().stream()
            .filter(each -> !now.containsKey(each.name()))
            .filter(each -> each.named(constraint.name()).equals(constraint))
            .findFirst()
            .ifPresent(each -> {
              renamed.add(new Change.RenameConstraint(table, each, constraint.name()));
              old.remove(each.name());
              now.remove(constraint.name());
            });
      }
    }
    old.values().forEach(each -> dropped.add(new Change.DropConstraint(table, each)));
    now.values().forEach(each -> added.add(new Change.AddConstraint(table, each)));
  }

  private void indexes() {
    var old = Diff.byName(before.indexes(), Index::name);
    var now = Diff.byName(after.indexes(), Index::name);
    unchanged(old, now)
        .forEach(name -> {
          var index = old.remove(name);
          now.remove(name);
          if (index != null && recomputed().stream().anyMatch(column -> uses(index, column))) {
            dropped.add(new Change.DropIndex(table, index));
            added.add(new Change.AddIndex(table, index));
          }
        });
    for (var index : List.copyOf(now.values())) {
      if (!old.containsKey(index.name())) {
        old.values().stream()
            .filter(each -> !now.containsKey(each.name()))
            .filter(each -> each.named(index.name()).equals(index))
            .findFirst()
            .ifPresent(each -> {
              renamed.add(new Change.RenameIndex(table, each, index.name()));
              old.remove(each.name());
              now.remove(index.name());
            });
      }
    }
    now.values().forEach(each -> added.add(new Change.AddIndex(table, each)));
    old.values().forEach(each -> dropped.add(new Change.DropIndex(table, each)));
  }

  private static <T> List<String> unchanged(Map<String, T> old, Map<String, T> now) {
    return old.entrySet().stream()
        .filter(entry -> entry.getValue().equals(now.get(entry.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The columns that are made again, because what they are computed from has changed.
  private List<String> recomputed() {
    return altered.stream()
        .filter(change -> change.parts().contains(Part.COMPUTED))
        .filter(change -> change.after().computed().isPresent())
        .map(change -> change.after().name())
        .toList();
  }

  /// Whether a constraint that stays must be away while a column changes.
  private boolean comesAnew(Constraint constraint) {
    if (recomputed().stream().anyMatch(column -> uses(constraint, column))) {
      return true;
    }
    return constraint instanceof ForeignKey
        && altered.stream()
            .filter(change -> change.parts().contains(Part.TYPE))
            .filter(change ->
                !INTEGERS.contains(change.before().type())
                    || !INTEGERS.contains(change.after().type()))
            .anyMatch(change -> uses(constraint, change.before().name()));
  }

  /// Whether the drop comes before the changes of columns and all additions.
  private boolean goesFirst(Change change, Set<String> taken) {
    var touched =
        altered.stream()
            .filter(each -> !HARMLESS.containsAll(each.parts()))
            .map(each -> each.before().name())
            .toList();
    if (change instanceof Change.DropConstraint(var _, Constraint constraint)) {
      return taken.contains(constraint.name())
          || (constraint instanceof PrimaryKey && after.key().isPresent())
          || touched.stream().anyMatch(column -> uses(constraint, column));
    }
    return change instanceof Change.DropIndex(var _, Index index)
        && (taken.contains(index.name())
            || touched.stream().anyMatch(column -> uses(index, column)));
  }

  private static boolean uses(Constraint constraint, String column) {
    return switch (constraint) {
      case PrimaryKey key -> key.columns().contains(column);
      case UniqueKey key -> key.columns().contains(column);
      case ForeignKey key -> key.columns().contains(column);
      case Check check -> SqlText.mentions(check.sql(), column);
    };
  }

  private static boolean uses(Index index, String column) {
    return index.include().contains(column)
        || index.predicate().stream().anyMatch(sql -> SqlText.mentions(sql, column))
        || index.keys().stream()
            .anyMatch(key ->
                key.expression()
                    ? SqlText.mentions(key.text(), column)
                    : key.text().equals(column));
  }
}
