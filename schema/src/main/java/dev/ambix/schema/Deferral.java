package dev.ambix.schema;

/// When the database checks a foreign key.
public enum Deferral {
  /// At the end of each statement.
  NEVER,
  /// At the end of each statement, unless the transaction puts it off (DEFERRABLE).
  ON_REQUEST,
  /// At the commit (DEFERRABLE INITIALLY DEFERRED).
  ALWAYS
}
