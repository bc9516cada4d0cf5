package dev.ambix.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.DB;

/// A connection to SQLite with its prepared statements, which sqlite-jdbc does not keep, and the
/// deadline of the step that runs. For one thread at a time, but for [#interruptLate].
final class SqliteConnection {
  private static final int STATEMENTS = 256;

  private final Connection jdbc;
  private final DB engine;
  private final Watchdog watchdog;
  private final SequencedMap<String, PreparedStatement> statements =
      new LinkedHashMap<>(64, 0.75f, true);
  private final Object guard = new Object();
  private long limitNanos;
  private volatile long deadline;
  private volatile boolean interrupted;

  SqliteConnection(Connection jdbc, DB engine, Watchdog watchdog) {
    this.jdbc = jdbc;
    this.engine = engine;
    this.watchdog = watchdog;
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

  /// How long a step may take from here on; 0 for ever.
  void limit(long nanos) {
    limitNanos = nanos;
  }

  /// A step begins: running a statement, or going to its next row.
  void startStep() {
    if (limitNanos > 0) {
      interrupted = false;
      long end = System.nanoTime() + limitNanos;
      deadline = end == 0 ? 1 : end;
      watchdog.watch(end);
    }
  }

  void endStep() {
    if (limitNanos > 0) {
      synchronized (guard) {
        deadline = 0;
      }
    }
  }

  /// Whether the last step was interrupted for being late.
  boolean wasInterrupted() {
    return interrupted;
  }

  /// When the step that runs must end, in the time of `System.nanoTime`; 0 when none runs.
  long deadline() {
    return deadline;
  }

  /// Interrupts the step that runs if it is late. A step that ended cannot be hit: it ends under
  /// the same guard.
  void interruptLate(long now) {
    synchronized (guard) {
      long end = deadline;
      if (end != 0 && now - end >= 0) {
        interrupted = true;
        interrupt();
      }
    }
  }

  private void interrupt() {
    try {
      engine.interrupt();
    } catch (SQLException _) {
      // The connection is closed: nothing runs on it.
    }
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
}
