package dev.ambix.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.DB;

/// A connection to SQLite with its prepared statements, which sqlite-jdbc does not keep. For one
/// thread at a time.
final class SqliteConnection {
  private static final int STATEMENTS = 256;

  private final Connection jdbc;
  private final SequencedMap<String, PreparedStatement> statements =
      new LinkedHashMap<>(64, 0.75f, true);
  private final Deadline deadline;

  SqliteConnection(Connection jdbc, DB engine, Watchdog watchdog) {
    this.jdbc = jdbc;
    this.deadline = new Deadline(watchdog, () -> interrupt(engine));
  }

  Connection jdbc() {
    return jdbc;
  }

  /// Takes a prepared statement out of the cache, so that nobody else gets it while it runs.
  PreparedStatement take(String text) throws SQLException {
    var statement = statements.remove(text);
    return statement == null ? jdbc.prepareStatement(text) : statement;
  }

  /// Puts it back. One that failed must not come back: sqlite-jdbc has finalized it.
  void give(String text, PreparedStatement statement) throws SQLException {
    var twin = statements.put(text, statement);
    if (twin != null) {
      twin.close();
    }
    if (statements.size() > STATEMENTS) {
      var eldest = statements.pollFirstEntry();
      if (eldest != null) {
        eldest.getValue().close();
      }
    }
  }

  /// Closes one that failed; null for none.
  void discard(@Nullable PreparedStatement statement) {
    if (statement != null) {
      try {
        statement.close();
      } catch (SQLException _) {
        // It is gone already.
      }
    }
  }

  /// The limit of what runs here.
  Deadline deadline() {
    return deadline;
  }

  void close() {
    try {
      for (var statement : statements.values()) {
        statement.close();
      }
      jdbc.close();
    } catch (SQLException _) {
      // It is of no more use either way.
    }
  }

  private static void interrupt(DB engine) {
    try {
      engine.interrupt();
    } catch (SQLException _) {
      // The connection is closed: nothing runs on it.
    }
  }
}
