package dev.ambix.migrate.models;

import dev.ambix.error.UsageException;
import dev.ambix.schema.Change;
import dev.ambix.schema.Column;
import dev.ambix.schema.Names;
import dev.ambix.schema.Schema;
import dev.ambix.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The new names that apply to a catalog: one applies where the old name is there and the new one
/// is not. The sequence of a key is named after its table and its column, and follows them, so that
/// its numbers go on. Not thread-safe.
final class Renames {
  private final Map<TableName, Set<String>> tables = new HashMap<>();
  private final Set<TableName> sequences = new HashSet<>();
  private final List<Change.Rename> applied = new ArrayList<>();

  private Renames() {}

  /// New names for what this catalog has.
  static Renames in(Schema before) {
    var renames = new Renames();
    for (var table : before.tables()) {
      renames.tables.put(
          table.id(),
          table.columns().stream()
              .map(Column::name)
              .collect(Collectors.toCollection(HashSet::new)));
    }
    before.sequences().forEach(it -> renames.sequences.add(it.id()));
    return renames;
  }

  /// What applies, in order.
  List<Change.Rename> applied() {
    return List.copyOf(applied);
  }

  /// Takes what somebody has said, if it applies.
  ///
  /// @return whether it does, or did before
  boolean add(Change.Rename rename) {
    if (applied.contains(rename)) {
      return true;
    }
    boolean applies =
        switch (rename) {
          case Change.RenameTable it -> apply(it);
          case Change.RenameColumn it -> apply(it);
          case Change.RenameSequence it -> apply(it);
        };
    if (applies) {
      applied.add(rename);
      following(rename).forEach(this::add);
    }
    return applies;
  }

  private List<Change.Rename> following(Change.Rename rename) {
    return switch (rename) {
      case Change.RenameTable it ->
          tables.getOrDefault(it.after(), Set.of()).stream()
              .map(column -> sequence(it.before(), column, it.after(), column))
              .toList();
      case Change.RenameColumn it ->
          List.of(sequence(it.table(), it.before(), it.table(), it.after()));
      case Change.RenameSequence _ -> List.of();
    };
  }

  private static Change.Rename sequence(
      TableName table, String column, TableName newTable, String newColumn) {
    return new Change.RenameSequence(
        table.beside(Names.of("sq", table.name(), List.of(column))),
        table.beside(Names.of("sq", newTable.name(), List.of(newColumn))));
  }

  private boolean apply(Change.RenameTable rename) {
    var columns = tables.get(rename.before());
    if (columns == null || tables.containsKey(rename.after())) {
      return false;
    }
    tables.remove(rename.before());
    tables.put(rename.after(), columns);
    return true;
  }

  private boolean apply(Change.RenameSequence rename) {
    return !sequences.contains(rename.after())
        && sequences.remove(rename.before())
        && sequences.add(rename.after());
  }

  private boolean apply(Change.RenameColumn rename) {
    var columns = tables.getOrDefault(rename.table(), new HashSet<>());
    return !columns.contains(rename.after())
        && columns.remove(rename.before())
        && columns.add(rename.after());
  }

  /// Takes what a command line says: `users.name=users.full_name`, `users=people`, each with the
  /// schema before it where that is not the usual one.
  ///
  /// @return whether it applies
  boolean add(String text) {
    for (var meaning : meanings(text)) {
      if (add(meaning)) {
        return true;
      }
    }
    return false;
  }

  /// What a text may mean, likeliest first.
  ///
  /// @throws UsageException `BadRename` when it is none
  static List<Change.Rename> meanings(String text) {
    var sides = text.split("=", -1);
    var before = List.of(sides[0].strip().split("\\.", -1));
    var after = List.of(sides[sides.length - 1].strip().split("\\.", -1));
    int last = before.size() - 1;
    if (sides.length != 2
        || last > 2
        || after.size() != before.size()
        || before.contains("")
        || after.contains("")
        || !before.subList(0, last).equals(after.subList(0, last))) {
      throw new UsageException(
          "BadRename",
          "--rename: got "
              + text
              + ", expected users=people for a table, or users.name=users.full_name for a column of"
              + " one table, both with a schema before them where they have one. Correct it.");
    }
    return switch (last) {
      case 0 -> List.of(new Change.RenameTable(table(before), table(after)));
      case 1 -> List.of(column(before, after), new Change.RenameTable(table(before), table(after)));
      default -> List.of(column(before, after));
    };
  }

  private static Change.RenameColumn column(List<String> before, List<String> after) {
    return new Change.RenameColumn(
        table(before.subList(0, before.size() - 1)), before.getLast(), after.getLast());
  }

  private static TableName table(List<String> parts) {
    return parts.size() == 2
        ? new TableName(parts.getFirst(), parts.getLast())
        : TableName.of(parts.getFirst());
  }

  /// Writes one as a command line takes it.
  static String text(Change.Rename rename) {
    return switch (rename) {
      case Change.RenameTable it -> it.before() + "=" + it.after();
      case Change.RenameSequence it -> it.before() + "=" + it.after();
      case Change.RenameColumn it ->
          it.table() + "." + it.before() + "=" + it.table() + "." + it.after();
    };
  }
}
