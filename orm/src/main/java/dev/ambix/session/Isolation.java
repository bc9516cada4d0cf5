package dev.ambix.session;

/// What a transaction sees of others, by the names of the SQL standard. An engine may give more
/// than asked for: a SQLite transaction is always serializable.
public enum Isolation {
  /// Each statement sees what is committed when it starts. The default.
  READ_COMMITTED("READ COMMITTED"),
  /// All statements see what was committed when the first one started.
  REPEATABLE_READ("REPEATABLE READ"),
  /// As if one transaction ran after the other; one that cannot fails with `Conflict`.
  SERIALIZABLE("SERIALIZABLE");

  private final String sql;

  Isolation(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }
}
