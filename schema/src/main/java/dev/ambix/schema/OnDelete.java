package dev.ambix.schema;

/// What the database does to the referring rows when the row they refer to is deleted.
public enum OnDelete {
  /// Refuses the deletion, at the end of the statement or, when deferred, of the transaction.
  NO_ACTION,
  /// Refuses the deletion at once.
  RESTRICT,
  /// Deletes them too.
  CASCADE,
  /// Puts NULL into the foreign key.
  SET_NULL,
  /// Puts the defaults of its columns into the foreign key.
  SET_DEFAULT
}
