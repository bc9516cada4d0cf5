package dev.ambix.migrate.models;

import dev.ambix.schema.Change;
import dev.ambix.schema.Column;
import dev.ambix.schema.Numbering;
import java.util.List;
import java.util.stream.Stream;

/// What whoever reads a revision should know of what its statements do to rows.
final class Remarks {
  private Remarks() {}

  /// Of an upgrade that makes these changes.
  static List<String> upgrade(List<Change> changes) {
    return changes.stream().flatMap(Remarks::upgrade).distinct().toList();
  }

  /// Of the downgrade that undoes them.
  static List<String> downgrade(List<Change> changes) {
    return changes.stream().flatMap(Remarks::downgrade).distinct().toList();
  }

  private static Stream<String> upgrade(Change change) {
    if (change instanceof Change.AddColumn add && isRequired(add.column())) {
      return Stream.of(
          """
          %s.%s is NOT NULL and has no default: this fails while there are rows. Give it one
          (@Default in the model), or add it without NOT NULL, fill it, and set NOT NULL then.\
          """
              .formatted(add.table(), add.column().name()));
    }
    if (change instanceof Change.AlterColumn alter
        && alter.parts().contains(Change.AlterColumn.Part.NULLABLE)
        && isRequired(alter.after())) {
      return Stream.of(
          "This fails while there are rows in which %s.%s is NULL: fill them before."
              .formatted(alter.table(), alter.after().name()));
    }
    return Stream.empty();
  }

  private static Stream<String> downgrade(Change change) {
    return switch (change) {
      case Change.DropTable drop ->
          Stream.of("The rows that %s had do not come back.".formatted(drop.table().id()));
      case Change.DropColumn drop ->
          Stream.of(
              "What stood in %s.%s does not come back%s."
                  .formatted(
                      drop.table(),
                      drop.column().name(),
                      isRequired(drop.column())
                          ? ",\nand being NOT NULL without a default, it cannot be added while there are"
                              + " rows: give it one"
                          : ""));
      default -> Stream.empty();
    };
  }

  private static boolean isRequired(Column column) {
    return !column.nullable()
        && column.defaultValue().isEmpty()
        && column.numbering() == Numbering.NONE
        && column.computed().isEmpty();
  }
}
