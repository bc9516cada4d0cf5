package dev.ambix.schema;

import java.util.List;

/// A foreign key.
///
/// @param name the constraint's name
/// @param columns the referring columns, in order; never empty
/// @param target the table that they refer to
/// @param targetColumns the columns that they refer to, as many as `columns`
/// @param onDelete what the database does to this row when the row it refers to goes
/// @param onUpdate what it does when the key that it refers to changes
/// @param deferral when it is checked
public record ForeignKey(
    String name,
    List<String> columns,
    TableName target,
    List<String> targetColumns,
    OnDelete onDelete,
    OnUpdate onUpdate,
    Deferral deferral)
    implements Constraint {
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

  /// One whose key does not change.
  ///
  /// @param deferred whether the check waits for the commit
  public ForeignKey(
      String name,
      List<String> columns,
      String targetTable,
      List<String> targetColumns,
      OnDelete onDelete,
      boolean deferred) {
    this(
        name,
        columns,
        TableName.of(targetTable),
        targetColumns,
        onDelete,
        OnUpdate.NO_ACTION,
        deferred ? Deferral.ALWAYS : Deferral.NEVER);
  }

  /// The name of the table that it refers to, without its namespace.
  public String targetTable() {
    return target.name();
  }

  /// Whether the check waits for the commit.
  public boolean deferred() {
    return deferral == Deferral.ALWAYS;
  }

  @Override
  public ForeignKey named(String other) {
    return new ForeignKey(other, columns, target, targetColumns, onDelete, onUpdate, deferral);
  }
}
