package dev.ambix.schema;

/// What the database does to the referring rows when the row they refer to is deleted.
public enum OnDelete {
  /// Refuses the deletion.
  NO_ACTION,
  /// Deletes them too.
  CASCADE,
  /// Puts NULL into the foreign key.
  SET_NULL
}
