package dev.ambix.jdbc;

import dev.ambix.dialect.Dialect;
import dev.ambix.driver.Driver;
import dev.ambix.driver.Link;
import dev.ambix.error.UsageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/// Connections to SQLite over sqlite-jdbc: one that writes, queued for fairly, and some that read.
/// A database in memory has a single one. Safe for any thread.
final class SqliteDriver implements Driver {
  private static final List<String> FIRST =
      List.of(
          "pragma journal_mode = wal", "pragma synchronous = normal", "pragma foreign_keys = on");

  private final DriverSettings settings;
  private final SqliteErrors errors;
  private final Dialect dialect;
  private final Watchdog watchdog = new Watchdog();
  private final ReentrantLock opening = new ReentrantLock();
  private final boolean memory;
  private final Lane<SqliteConnection> writer;
  private final Lane<SqliteConnection> readers;

  SqliteDriver(DriverSettings settings, TableNames names) {
    if (!JDBC.isValidURL(settings.url())) {
      throw new IllegalStateException(
          "sqlite-jdbc does not take a URL that starts with jdbc:sqlite:");
    }
    requireKnown(settings.properties().keySet());
    this.settings = settings;
    this.errors = new SqliteErrors(names);
    this.dialect = Dialect.sqlite(names.schema());
    this.memory = settings.url().contains(":memory:") || settings.url().contains("mode=memory");
    this.writer = lane(1, false);
    this.readers = memory ? writer : lane(settings.poolSize(), true);
  }

  /// sqlite-jdbc passes over what it does not know.
  private static void requireKnown(Set<String> parameters) {
    var known =
        Arrays.stream(SQLiteConfig.Pragma.values())
            .map(pragma -> pragma.pragmaName)
            .collect(Collectors.toSet());
    for (var name : parameters) {
      if (!known.contains(name)) {
        throw new UsageException(
            "BadUrl",
            "database URL: its parameter "
                + name
                + " is unknown; expected one of Ambix or a pragma. Correct the URL.");
      }
    }
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Link acquire(Access access, Holder holder) {
    boolean writes = access == Access.WRITE;
    var lane = writes ? writer : readers;
    var lease = lane.acquire(holder);
    try {
      if (memory) {
        queryOnly(lease.connection, !writes);
      }
      return new SqliteLink(this, lane, lease, writes);
    } catch (SQLException e) {
      lane.release(lease, false);
      throw errors.of(e, "pragma query_only", Duration.ZERO, false);
    }
  }

  @Override
  public boolean singleWriter() {
    return true;
  }

  @Override
  public PoolStatistics statistics() {
    return memory
        ? new PoolStatistics(1, writer.active(), writer.idle(), writer.waiting())
        : new PoolStatistics(
            1 + readers.size(),
            writer.active() + readers.active(),
            writer.idle() + readers.idle(),
            writer.waiting() + readers.waiting());
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
    watchdog.close();
  }

  DriverSettings settings() {
    return settings;
  }

  SqliteErrors errors() {
    return errors;
  }

  void release(Lane<SqliteConnection> lane, Lane.Lease<SqliteConnection> lease, boolean broken) {
    lane.release(lease, broken);
  }

  private Lane<SqliteConnection> lane(int size, boolean reads) {
    var source =
        new Lane.Source<SqliteConnection>() {
          @Override
          public SqliteConnection open() {
            return SqliteDriver.this.open(reads);
          }

          @Override
          public boolean isAlive(SqliteConnection connection) {
            return true;
          }

          @Override
          public void close(SqliteConnection connection) {
            watchdog.remove(connection.deadline());
            connection.close();
          }
        };
    return new Lane<>(source, size, settings.acquireTimeout(), Duration.ZERO);
  }

  /// One at a time: two that change the journal at once do not wait for each other.
  private SqliteConnection open(boolean reads) {
    opening.lock();
    try {
      var properties = new Properties();
      properties.putAll(settings.properties());
      properties.setProperty("busy_timeout", Long.toString(settings.lockTimeout().toMillis()));
      var jdbc = JDBC.createConnection(settings.url(), properties);
      try {
        for (var pragma : FIRST) {
          run(jdbc, pragma);
        }
        if (reads) {
          run(jdbc, "pragma query_only = on");
        }
      } catch (SQLException e) {
        jdbc.close();
        throw e;
      }
      // Else each statement is followed by a BEGIN and a COMMIT of sqlite-jdbc's own, and each
      // INSERT by a query for its key, which stays open and makes an interruption outlive it.
      jdbc.getConnectionConfig().setAutoCommit(false);
      jdbc.getConnectionConfig().setGetGeneratedKeys(false);
      var connection = new SqliteConnection(jdbc, jdbc.getDatabase(), watchdog);
      watchdog.add(connection.deadline());
      return connection;
    } catch (SQLException e) {
      var code = e instanceof SQLiteException sqlite ? sqlite.getResultCode().name() : "JDBC";
      throw Unreachable.file("its file cannot be opened", code, EngineError.of(code, e));
    } finally {
      opening.unlock();
    }
  }

  private static void queryOnly(SqliteConnection connection, boolean on) throws SQLException {
    run(connection.jdbc(), "pragma query_only = " + (on ? "on" : "off"));
  }

  private static void run(Connection connection, String pragma) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(pragma);
    }
  }
}
