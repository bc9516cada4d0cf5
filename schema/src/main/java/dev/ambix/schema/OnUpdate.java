package dev.ambix.schema;

/// What the database does to the referring rows when the key they refer to changes.
public enum OnUpdate {
  /// Refuses the change, at the end of the statement or, when deferred, of the transaction.
  NO_ACTION,
  /// Refuses the change at once.
  RESTRICT,
  /// Changes them too.
  CASCADE,
  /// Puts NULL into the foreign key.
  SET_NULL,
  /// Puts the defaults of its columns into the foreign key.
  SET_DEFAULT
}
