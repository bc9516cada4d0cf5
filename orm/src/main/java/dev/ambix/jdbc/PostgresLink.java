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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/// A connection to PostgreSQL in the hands of one session. For one thread.
///
/// BEGIN travels with the first statement of a transaction, and a read-only transaction of the
/// default isolation costs no round trip more. Inside a transaction rows come a thousand at a time;
/// outside the server sends them all at once.
final class PostgresLink implements Link {
  private static final Set<String> ISOLATIONS =
      Set.of("READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE");
  private static final String ABORTED =
      "an earlier statement failed, so the transaction was rolled back";
  private static final int FETCH_SIZE = 1_000;
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final PostgresDriver driver;
  private final Lane.Lease<Connection> lease;
  private final Connection connection;
  private Duration limit;
  private @Nullable Duration limitSet;
  private @Nullable Duration limitAtBegin;
  private long started;
  private boolean transaction;
  private boolean readOnly;
  private boolean broken;
  private boolean closed;

  PostgresLink(PostgresDriver driver, Lane.Lease<Connection> lease) {
    this.driver = driver;
    this.lease = lease;
    this.connection = lease.connection;
    this.limit = driver.settings().statementTimeout();
    this.limitSet = limit;
  }

  @Override
  public <R> R query(Sql sql, Reader<R> reader) {
    try (var statement = prepare(sql.text())) {
      PostgresBinder.bind(statement, sql.binds());
      if (transaction) {
        statement.setFetchSize(FETCH_SIZE);
      }
      try (var rows = statement.executeQuery()) {
        return reader.read(new PostgresRows(rows, e -> failed(e, sql.text())));
      }
    } catch (SQLException e) {
      throw failed(e, sql.text());
    }
  }

  @Override
  public Reading open(Sql sql) {
    PreparedStatement statement = null;
    try {
      statement = prepare(sql.text());
      PostgresBinder.bind(statement, sql.binds());
      statement.setFetchSize(FETCH_SIZE);
      var rows = new PostgresRows(statement.executeQuery(), e -> failed(e, sql.text()));
      return new OpenResult(rows, statement, this::ended);
    } catch (SQLException e) {
      ended(statement);
      throw failed(e, sql.text());
    }
  }

  /// Closes a statement, and its result with it.
  private void ended(@Nullable PreparedStatement statement) {
    try {
      if (statement != null) {
        statement.close();
      }
    } catch (SQLException _) {
      broken = true;
    }
  }

  @Override
  public long execute(Sql sql) {
    try (var statement = prepare(sql.text())) {
      PostgresBinder.bind(statement, sql.binds());
      statement.execute();
      return Math.max(0, statement.getLargeUpdateCount());
    } catch (SQLException e) {
      throw failed(e, sql.text());
    }
  }

  @Override
  public long[] batch(String text, List<SqlType> types, List<@Nullable Object[]> rows) {
    try (var statement = prepare(text)) {
      for (var row : rows) {
        for (int i = 0; i < row.length; i++) {
          PostgresBinder.bind(statement, i + 1, row[i], types.get(i));
        }
        statement.addBatch();
      }
      return statement.executeLargeBatch();
    } catch (SQLException e) {
      throw failed(e, text);
    }
  }

  @Override
  public void begin(String isolation, boolean readOnly) {
    if (!isolation.isEmpty() && !ISOLATIONS.contains(isolation)) {
      throw new IllegalArgumentException(
          "isolation: got " + isolation + ", expected one of " + ISOLATIONS);
    }
    try {
      this.readOnly = readOnly;
      connection.setReadOnly(readOnly);
      connection.setAutoCommit(false);
      transaction = true;
      limitAtBegin = limitSet;
      if (driver.settings().poolerTransaction()) {
        run(driver.localSettings(limit));
        limitSet = limit;
      }
      if (!isolation.isEmpty() && !isolation.equals("READ COMMITTED")) {
        run("set transaction isolation level " + isolation);
      }
    } catch (SQLException e) {
      throw failed(e, "begin");
    }
  }

  /// The server answers the COMMIT of a failed transaction with ROLLBACK, and pgjdbc does not mind.
  @Override
  public void commit() {
    try {
      if (connection.unwrap(PgConnection.class).getTransactionState() == TransactionState.FAILED) {
        rollback();
        throw new QueryFailed("commit", "25P02", ABORTED, null);
      }
      connection.commit();
      endTransaction();
    } catch (SQLException e) {
      var failure = failed(e, "commit");
      rollback();
      throw failure;
    }
  }

  @Override
  public void rollback() {
    if (!transaction) {
      return;
    }
    try {
      limitSet = limitAtBegin;
      if (!broken) {
        connection.rollback();
      }
      endTransaction();
    } catch (SQLException _) {
      broken = true;
    }
  }

  @Override
  public void savepoint(String name) {
    try {
      applyLimit(); // what is set after a savepoint would be undone with it
      run("savepoint " + name);
    } catch (SQLException e) {
      throw failed(e, "savepoint");
    }
  }

  @Override
  public void onlyRead(boolean on) {
    if (on) {
      control("set transaction read only");
    }
    readOnly = on;
  }

  @Override
  public void rollbackTo(String savepoint) {
    control("rollback to savepoint " + savepoint);
    if (!Objects.equals(limitSet, limitAtBegin)) {
      limitSet = null;
    }
  }

  @Override
  public void release(String savepoint) {
    control("release savepoint " + savepoint);
  }

  @Override
  public void statementTimeout(Optional<Duration> limit) {
    this.limit = limit.orElse(driver.settings().statementTimeout());
  }

  @Override
  public Connection jdbc() {
    return connection;
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
    limit = driver.settings().statementTimeout();
    if (!broken) {
      try {
        applyLimit();
      } catch (SQLException _) {
        broken = true;
      }
    }
    driver.release(lease, broken);
  }

  private PreparedStatement prepare(String text) throws SQLException {
    applyLimit();
    var statement = connection.prepareStatement(text);
    if (driver.settings().poolerTransaction() && !transaction) {
      statement.setQueryTimeout((int) Math.max(limit.isZero() ? 0 : 1, limit.toSeconds()));
      started = System.nanoTime();
    }
    return statement;
  }

  /// Whether pgjdbc has cancelled the statement: it does where the server is not told the limit.
  private boolean isLate() {
    return driver.settings().poolerTransaction()
        && !transaction
        && !limit.isZero()
        && System.nanoTime() - started >= limit.toNanos();
  }

  /// Sets the limit on the server, if the server has another one. A rollback undoes what was set in
  /// the transaction, and one to a savepoint may or may not.
  private void applyLimit() throws SQLException {
    if (limit.equals(limitSet)) {
      return;
    }
    if (!driver.settings().poolerTransaction()) {
      run("set statement_timeout = " + limit.toMillis());
    } else if (transaction) {
      run("set local statement_timeout = " + limit.toMillis());
    }
    var network =
        limit.isZero()
            ? 0
            : Math.toIntExact(Math.min(limit.plus(GRACE).toMillis(), Integer.MAX_VALUE));
    connection.setNetworkTimeout(Runnable::run, network);
    limitSet = limit;
  }

  private void endTransaction() throws SQLException {
    transaction = false;
    readOnly = false;
    connection.setAutoCommit(true);
    connection.setReadOnly(false);
  }

  private void control(String text) {
    try {
      run(text);
    } catch (SQLException e) {
      throw failed(e, text);
    }
  }

  private void run(String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private AmbixException failed(SQLException error, String sql) {
    broken |= PostgresErrors.isFatal(error);
    return driver.errors().of(error, sql, limit, isLate(), readOnly);
  }
}
