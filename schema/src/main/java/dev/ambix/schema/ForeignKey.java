package dev.ambix.schema;

import java.util.List;

/// A foreign key.
///
/// @param name the constraint's name
/// @param columns the referring columns, in order; never empty
/// @param targetTable the table that they refer to
/// @param targetColumns the columns that they refer to, as many as `columns`
/// @param onDelete what the database does to this row when the row it refers to goes
/// @param deferred whether the check waits for the commit (DEFERRABLE INITIALLY DEFERRED)
public record ForeignKey(
    String name,
    List<String> columns,
    String targetTable,
    List<String> targetColumns,
    OnDelete onDelete,
    boolean deferred) {
  public ForeignKey {
    columns = Names.require("foreign key", name, columns);
    targetColumns = List.copyOf(targetColumns);
    if (columns.size() != targetColumns.size()) {
      throw new IllegalArgumentException(
          "foreign key "
              + name
              + ": got "
              + columns.size()
              + " columns that refer to "
              + targetColumns.size()
              + ", expected as many");
    }
  }
}
