package dev.ambix.migrate.run;

import dev.ambix.dialect.Sql;
import dev.ambix.driver.Driver;
import dev.ambix.driver.Link;
import dev.ambix.error.AmbixException;
import dev.ambix.error.UsageException;
import dev.ambix.jdbc.DriverSettings;
import dev.ambix.jdbc.Drivers;
import dev.ambix.schema.Schema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The database that a run works on, over one connection. What engines do in their own ways is
/// here. For one thread.
final class Site implements AutoCloseable {
  private final Driver driver;
  private final Link link;

  private Site(Driver driver, Link link) {
    this.driver = driver;
    this.link = link;
  }

  /// Connects. Statements may take as long as they need.
  ///
  /// @param wait how long to wait for SQLite's write lock
  static Site open(String url, Duration wait) {
    var site = open(url, wait, Driver.Access.WRITE);
    site.describe();
    return site;
  }

  /// Connects to look, even through a pooler.
  static Site look(String url) {
    return open(url, DriverSettings.parse(url).lockTimeout(), Driver.Access.READ);
  }

  private static Site open(String url, Duration wait, Driver.Access access) {
    var given = DriverSettings.parse(url);
    boolean writes = access == Driver.Access.WRITE;
    if (writes && given.poolerTransaction()) {
      throw new UsageException(
          "MigratePooler",
          "database URL: got pooler=transaction, expected a connection of its own: behind such a"
              + " pooler no lock outlives a transaction. Give the URL of the server itself.");
    }
    var settings =
        new DriverSettings(
            given.url(),
            given.properties(),
            1,
            given.acquireTimeout(),
            Duration.ZERO,
            wait,
            given.maxLifetime(),
            given.poolerTransaction());
    var driver = Drivers.open(settings, new Schema(List.of()));
    try {
      return new Site(driver, driver.acquire(access, () -> "migration"));
    } catch (AmbixException e) {
      driver.close();
      throw e;
    }
  }

  /// Says to the server who this is, for the runner that has to wait.
  private void describe() {
    if (postgresql()) {
      var name = "ambix migrate, process " + ProcessHandle.current().pid();
      execute("set application_name = '" + name + "'");
    }
  }

  String dialect() {
    return driver.dialect().name();
  }

  boolean postgresql() {
    return dialect().equals("postgresql");
  }

  String quote(String identifier) {
    return driver.dialect().quote(identifier);
  }

  Link link() {
    return link;
  }

  /// Runs a text that is trusted to work.
  void execute(String text) {
    try {
      run(text);
    } catch (SQLException e) {
      throw link.translate(e, text);
    }
  }

  /// Runs a text as it stands: `?` and `{` in it are SQL.
  void run(String text) throws SQLException {
    try (var statement = link.jdbc().createStatement()) {
      if (postgresql()) {
        statement.setEscapeProcessing(false);
      }
      statement.execute(text);
    }
  }

  /// Undoes a transaction that somebody else has left open, and JDBC's own mode of them.
  ///
  /// @return whether there was one
  boolean rollback() {
    var jdbc = link.jdbc();
    try (var statement = jdbc.createStatement()) {
      if (postgresql() && !jdbc.getAutoCommit()) {
        jdbc.rollback();
        jdbc.setAutoCommit(true);
        return true;
      }
      statement.execute("rollback");
      return statement.getWarnings() == null; // PostgreSQL warns when there is none
    } catch (SQLException e) {
      return false; // SQLite refuses it, and what has lost its connection has lost its transaction
    }
  }

  /// Bounds how long statements wait for locks, in the open transaction or until changed.
  void lockTimeout(Duration limit, boolean local) {
    if (postgresql()) {
      execute("set " + (local ? "local " : "") + "lock_timeout = " + limit.toMillis());
    }
  }

  /// Switches SQLite's foreign keys, outside a transaction.
  void foreignKeys(boolean on) {
    if (!postgresql()) {
      execute("pragma foreign_keys = " + (on ? "on" : "off"));
    }
  }

  /// The rows of SQLite that refer to none, as far as the engine tells them apart.
  Set<String> orphans() {
    if (postgresql()) {
      return Set.of();
    }
    return link.query(
        Sql.of("pragma foreign_key_check"),
        rows -> {
          var found = new LinkedHashSet<String>();
          while (rows.next()) {
            found.add(
                rows.getString(0) + " refers to " + rows.getString(2) + ", row " + rows.getLong(1));
          }
          return found;
        });
  }

  /// Drops an index that a failed CREATE INDEX CONCURRENTLY has left invalid.
  ///
  /// @return whether there was one
  boolean dropInvalid(String index) {
    var text =
        "select 1 from pg_index where indexrelid = to_regclass('"
            + index.replace("'", "''")
            + "') and not indisvalid";
    boolean invalid = link.query(Sql.of(text), rows -> rows.next());
    if (invalid) {
      execute("drop index concurrently if exists " + index);
    }
    return invalid;
  }

  /// The first column of the first row.
  Optional<String> first(String text) {
    return link.query(
        Sql.of(text),
        rows -> rows.next() ? Optional.ofNullable(rows.getString(0)) : Optional.empty());
  }

  @Override
  public void close() {
    link.close();
    driver.close();
  }
}
