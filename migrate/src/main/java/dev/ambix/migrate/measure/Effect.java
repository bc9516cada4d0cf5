package dev.ambix.migrate.measure;

import java.util.Optional;

/// What a statement did to a table, a materialized view or an index that was there before its
/// revision.
///
/// @param table its name, with the schema where that is not on the search path
/// @param lock the strongest lock that the transaction has on it while the statement runs; empty on
///   SQLite, which locks the whole database
/// @param rewritten whether it was written anew
/// @param read whether it was read from end to end, by a statement that locks it against other DDL
///   at least
public record Effect(String table, Optional<Lock> lock, boolean rewritten, boolean read) {
  /// A lock, which stays until the end of the transaction.
  ///
  /// @param line the line of the statement that has taken it: this one, or one before it
  public record Lock(LockMode mode, int line) {}

  /// Whether writes, or all queries, wait for as long as it takes to read or write the whole table.
  public boolean isLong() {
    return (rewritten || read) && lock.filter(it -> it.mode().stopsWrites()).isPresent();
  }

  /// One line: the table, the lock, what that stops, and what was done to the table under it.
  ///
  /// @param line the line of the statement
  String text(int line) {
    var text = new StringBuilder(table).append(": ");
    lock.ifPresent(it -> {
      text.append(it.mode().words());
      if (it.line() != line) {
        text.append(" since line ").append(it.line());
      }
      text.append(", stops ").append(it.mode().stops());
    });
    if (rewritten || read) {
      text.append(lock.isPresent() ? "; " : "").append(rewritten ? "written anew" : "read whole");
    }
    return text.toString();
  }
}
