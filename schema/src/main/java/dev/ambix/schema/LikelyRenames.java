package dev.ambix.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the drops and additions that may be one thing under another name.
public final class LikelyRenames {
  private LikelyRenames() {}

  /// What may be a new name among these changes, likeliest first: tables of which at least half of
  /// the columns are the same, columns of one table with the same type.
  public static List<Change.Rename> among(List<Change> changes) {
    var found = new ArrayList<Change.Rename>();
    var dropped = of(changes, Change.DropTable.class, Change.DropTable::table);
    var added = of(changes, Change.AddTable.class, Change.AddTable::table);
    for (var old : dropped) {
      for (var now : added) {
        if (alike(old, now)) {
          found.add(new Change.RenameTable(old.id(), now.id()));
        }
      }
    }
    for (var drop : of(changes, Change.DropColumn.class, Function.identity())) {
      for (var add : of(changes, Change.AddColumn.class, Function.identity())) {
        if (drop.table().equals(add.table()) && drop.column().type().equals(add.column().type())) {
          found.add(
              new Change.RenameColumn(drop.table(), drop.column().name(), add.column().name()));
        }
      }
    }
    return List.copyOf(found);
  }

  private static <C extends Change, T> List<T> of(
      List<Change> changes, Class<C> kind, Function<C, T> part) {
    return changes.stream().filter(kind::isInstance).map(kind::cast).map(part).toList();
  }

  private static boolean alike(Table one, Table other) {
    var shared = new HashSet<>(columns(one));
    shared.retainAll(columns(other));
    return 2 * shared.size() >= Math.max(one.columns().size(), other.columns().size());
  }

  private static Set<List<Object>> columns(Table table) {
    return table.columns().stream()
        .map(column -> List.<Object>of(column.name(), column.type()))
        .collect(Collectors.toSet());
  }
}
