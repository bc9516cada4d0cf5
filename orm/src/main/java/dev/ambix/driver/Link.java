package dev.ambix.driver;

import dev.ambix.dialect.Sql;
import dev.ambix.error.AmbixException;
import dev.ambix.schema.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A connection in the hands of one session, on one thread. All errors come as
/// `dev.ambix.error.AmbixException`s. A link that broke is not given to anybody again.
public interface Link extends AutoCloseable {
  /// Runs a statement that gives rows.
  ///
  /// @param reader reads them; what it got is closed when it returns
  <R> R query(Sql sql, Reader<R> reader);

  /// Runs a statement whose rows are read while others run. Inside a transaction they come bit by
  /// bit, however many there are.
  Reading open(Sql sql);

  /// Runs a statement that gives no rows.
  ///
  /// @return how many rows it changed
  long execute(Sql sql);

  /// Runs one text once for each row of binds, in one round trip where the engine can.
  ///
  /// @return how many rows each changed
  long[] batch(String text, List<SqlType> types, List<@Nullable Object[]> rows);

  /// Begins a transaction.
  ///
  /// @param isolation the standard's name of the level, `READ COMMITTED` and so on; empty for the
  ///   engine's default
  /// @param readOnly whether it may only read
  void begin(String isolation, boolean readOnly);

  void commit();

  /// Rolls the transaction back; does nothing when there is none, and never throws: a connection
  /// that cannot roll back is thrown away.
  void rollback();

  /// Sets a savepoint of this name, which is made by Ambix and needs no quotes.
  void savepoint(String name);

  /// Lets the open transaction only read from here on, or lifts that. A rollback to a savepoint
  /// before must follow, as it is what lifts it on some engines.
  void onlyRead(boolean on);

  void rollbackTo(String savepoint);

  void release(String savepoint);

  /// Bounds each statement from here on until the link is closed; empty for the driver's default.
  void statementTimeout(Optional<Duration> limit);

  /// The JDBC connection below, for what Ambix does not do. It stays in the transaction of this
  /// link, and must not be closed.
  Connection jdbc();

  /// What Ambix throws for an error of the JDBC connection below.
  ///
  /// @param sql the statement, without values
  AmbixException translate(SQLException error, String sql);

  /// Gives the connection back, rolling back what is open.
  @Override
  void close();

  /// A result that is being read. It must be closed before its transaction ends.
  interface Reading extends AutoCloseable {
    /// Its rows, from where they were left.
    Rows rows();

    /// Ends it, however far it was read; never throws. Closing it twice does nothing.
    @Override
    void close();
  }

  /// Reads the rows of a result.
  ///
  /// @param <R> what becomes of them
  @FunctionalInterface
  interface Reader<R> {
    R read(Rows rows);
  }
}
