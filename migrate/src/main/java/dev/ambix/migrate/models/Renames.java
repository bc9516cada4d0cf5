package dev.ambix.migrate.models;

import dev.ambix.error.UsageException;
import dev.ambix.schema.Change;
import dev.ambix.schema.TableName;

/// New names as a command line writes them: `users.name=users.full_name`, `users=people`.
public final class Renames {
  private Renames() {}

  /// Reads one.
  ///
  /// @throws UsageException `BadRename`
  public static Change.Rename parse(String text) {
    var sides = text.split("=", -1);
    if (sides.length == 2) {
      var before = sides[0].strip().split("\\.", -1);
      var after = sides[1].strip().split("\\.", -1);
      if (before.length == 1 && after.length == 1) {
        return new Change.RenameTable(TableName.of(before[0]), TableName.of(after[0]));
      }
      if (before.length == 2 && after.length == 2 && before[0].equals(after[0])) {
        return new Change.RenameColumn(TableName.of(before[0]), before[1], after[1]);
      }
    }
    throw new UsageException(
        "BadRename",
        "--rename: got "
            + text
            + ", expected users=people for a table, or users.name=users.full_name for a column of one"
            + " table. Correct it.");
  }

  /// Writes one.
  static String text(Change.Rename rename) {
    return switch (rename) {
      case Change.RenameTable it -> it.before() + "=" + it.after();
      case Change.RenameColumn it ->
          it.table() + "." + it.before() + "=" + it.table() + "." + it.after();
    };
  }
}
