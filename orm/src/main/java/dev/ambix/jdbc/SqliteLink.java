package dev.ambix.jdbc;

import dev.ambix.dialect.Sql;
import dev.ambix.driver.Link;
import dev.ambix.error.AmbixException;
import dev.ambix.error.QueryFailed;
import dev.ambix.schema.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A connection to SQLite in the hands of one session. For one thread.
///
/// Transactions are begun and ended in SQL: the JDBC driver's own commit begins the next
/// transaction at once, and would hold the write lock for it.
final class SqliteLink implements Link {
  private final SqliteDriver driver;
  private final Lane<SqliteConnection> lane;
  private final Lane.Lease<SqliteConnection> lease;
  private final SqliteConnection connection;
  private final Deadline deadline;
  private final boolean writes;
  private Duration limit;
  private boolean transaction;
  private boolean broken;
  private boolean closed;

  SqliteLink(
      SqliteDriver driver,
      Lane<SqliteConnection> lane,
      Lane.Lease<SqliteConnection> lease,
      boolean writes) {
    this.driver = driver;
    this.lane = lane;
    this.lease = lease;
    this.connection = lease.connection;
    this.deadline = connection.deadline();
    this.writes = writes;
    this.limit = driver.settings().statementTimeout();
    deadline.limit(limit.toNanos());
  }

  @Override
  public <R> R query(Sql sql, Reader<R> reader) {
    return run(
        sql.text(),
        statement -> {
          SqliteBinder.bind(statement, sql.binds());
          deadline.start();
          try (var rows = statement.executeQuery()) {
            deadline.stepOut();
            return reader.read(new SqliteRows(rows, deadline, e -> failed(e, sql.text())));
          } finally {
            deadline.finish();
          }
        });
  }

  /// The statement does not come back to the cache: it may have failed meanwhile.
  @Override
  public Reading open(Sql sql) {
    PreparedStatement statement = null;
    deadline.start();
    try {
      statement = connection.take(sql.text());
      SqliteBinder.bind(statement, sql.binds());
      var rows = statement.executeQuery();
      deadline.stepOut();
      return new OpenResult(
          new SqliteRows(rows, deadline, e -> failed(e, sql.text())), statement, this::ended);
    } catch (SQLException e) {
      ended(statement);
      throw failed(e, sql.text());
    }
  }

  private void ended(@Nullable PreparedStatement statement) {
    deadline.finish();
    connection.discard(statement);
  }

  @Override
  public long execute(Sql sql) {
    return run(
        sql.text(),
        statement -> {
          SqliteBinder.bind(statement, sql.binds());
          return step(statement);
        });
  }

  @Override
  public long[] batch(String text, List<SqlType> types, List<@Nullable Object[]> rows) {
    return run(
        text,
        statement -> {
          var counts = new long[rows.size()];
          for (int i = 0; i < counts.length; i++) {
            var row = rows.get(i);
            for (int j = 0; j < row.length; j++) {
              SqliteBinder.bind(statement, j + 1, row[j], types.get(j));
            }
            counts[i] = step(statement);
          }
          return counts;
        });
  }

  /// Every transaction here is serializable. One that writes takes the write lock at once: taking
  /// it later may fail with nothing to wait for.
  @Override
  public void begin(String isolation, boolean readOnly) {
    control(writes && !readOnly ? "begin immediate" : "begin");
    transaction = true;
  }

  @Override
  public void commit() {
    try {
      control("commit");
      transaction = false;
    } catch (AmbixException e) {
      rollback();
      throw e;
    }
  }

  @Override
  public void rollback() {
    if (!transaction) {
      return;
    }
    transaction = false;
    try {
      control("rollback");
    } catch (QueryFailed e) {
      // The engine has rolled back by itself, as it does when the disk is full.
      broken = !String.valueOf(e.getMessage()).contains("no transaction is active");
    } catch (AmbixException _) {
      broken = true;
    }
  }

  @Override
  public void savepoint(String name) {
    control("savepoint " + name);
  }

  @Override
  public void onlyRead(boolean on) {
    control("pragma query_only = " + (on ? "on" : "off"));
  }

  @Override
  public void rollbackTo(String savepoint) {
    control("rollback to " + savepoint);
  }

  @Override
  public void release(String savepoint) {
    control("release " + savepoint);
  }

  @Override
  public void statementTimeout(Optional<Duration> limit) {
    this.limit = limit.orElse(driver.settings().statementTimeout());
    deadline.limit(this.limit.toNanos());
  }

  @Override
  public Connection jdbc() {
    return connection.jdbc();
  }

  @Override
  public AmbixException translate(SQLException error, String sql) {
    return failed(error, sql);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    rollback();
    driver.release(lane, lease, broken);
  }

  private void control(String text) {
    run(text, this::step);
  }

  private long step(PreparedStatement statement) throws SQLException {
    deadline.start();
    try {
      return statement.execute() ? 0 : Math.max(0, statement.getUpdateCount());
    } finally {
      deadline.finish();
    }
  }

  /// Runs with a statement from the cache, which gets it back unless it failed.
  private <R> R run(String text, Work<R> work) {
    PreparedStatement statement = null;
    try {
      statement = connection.take(text);
      var result = work.with(statement);
      connection.give(text, statement);
      statement = null;
      return result;
    } catch (SQLException e) {
      throw failed(e, text);
    } finally {
      connection.discard(statement);
    }
  }

  private AmbixException failed(SQLException error, String sql) {
    return driver.errors().of(error, sql, limit, deadline.wasInterrupted());
  }

  @FunctionalInterface
  private interface Work<R> {
    R with(PreparedStatement statement) throws SQLException;
  }
}
