package dev.ambix.migrate.ddl;

import java.util.List;

/// The statements of a migration in one direction.
///
/// @param statements the statements, in order
/// @param foreignKeysOff whether SQLite's foreign keys must be off while they run, and be checked
///   at the end: a table is made anew, and while the old one goes its rows look deleted
public record Script(List<Statement> statements, boolean foreignKeysOff) {
  public Script {
    statements = List.copyOf(statements);
  }

  /// Whether there is nothing to do.
  public boolean isEmpty() {
    return statements.isEmpty();
  }

  /// One statement.
  ///
  /// @param sql the text, without a semicolon at its end
  /// @param outside whether it runs outside of a transaction
  /// @param note what whoever reads it should know; empty for nothing
  public record Statement(String sql, boolean outside, String note) {
    static Statement of(String sql) {
      return new Statement(sql, false, "");
    }

    static Statement outside(String sql) {
      return new Statement(sql, true, "");
    }

    Statement noted(String text) {
      return new Statement(sql, outside, text);
    }
  }
}
