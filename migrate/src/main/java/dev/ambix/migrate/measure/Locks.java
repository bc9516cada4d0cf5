package dev.ambix.migrate.measure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Reads the locks of a connection to PostgreSQL: the strongest for each relation.
final class Locks {
  private Locks() {}

  /// The locks that the connection itself has.
  static Map<Long, LockMode> own(Connection connection) throws SQLException {
    return read(connection, "pg_backend_pid()");
  }

  /// The locks that another process has, or waits for.
  static Map<Long, LockMode> of(Connection connection, int process) throws SQLException {
    return read(connection, String.valueOf(process));
  }

  private static Map<Long, LockMode> read(Connection connection, String process)
      throws SQLException {
    var locks = new HashMap<Long, LockMode>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select relation, mode from pg_locks where locktype = 'relation'"
                    + " and mode <> 'SIReadLock' and pid = "
                    + process)) {
      while (rows.next()) {
        var mode = LockMode.parse(rows.getString(2));
        locks.merge(rows.getLong(1), mode, (one, other) -> one.compareTo(other) > 0 ? one : other);
      }
    }
    return locks;
  }
}
