package dev.ambix.migrate.autogenerate;

import dev.ambix.error.UsageException;
import java.sql.Connection;
import java.sql.SQLException;

/// Where throw-away databases of an engine come from. Safe for any thread.
public interface Scratch {
  /// Databases in memory.
  static Scratch sqlite() {
    return new SqliteScratch();
  }

  /// Temporary databases on a server. Its user must be allowed to create them.
  ///
  /// @param url the URL of any database of the server, as `Database.open` takes it
  static Scratch postgresql(String url) {
    return new PostgresScratch(url);
  }

  /// The engine of the databases.
  Platform platform();

  /// Makes an empty database. Closing it drops it.
  Area open() throws SQLException;

  /// The error for work that a throw-away database has refused.
  default UsageException refused(SQLException error) {
    return new UsageException(
        "ScratchFailed",
        platform().name()
            + ": a throw-away database refused the work; got "
            + String.valueOf(error.getMessage()).lines().findFirst().orElse("")
            + " ("
            + error.getSQLState()
            + "), expected one that may be made and used. See the cause.",
        error);
  }

  /// A throw-away database.
  interface Area extends AutoCloseable {
    /// The connection to it, in autocommit; for one thread at a time.
    Connection connection();

    /// Opens another connection to it, which the caller closes.
    ///
    /// @throws SQLException where there can be but one, as in SQLite's memory
    Connection another() throws SQLException;

    @Override
    void close() throws SQLException;
  }
}
