package dev.ambix.session;

import dev.ambix.dialect.Sql;
import dev.ambix.driver.Link;
import dev.ambix.driver.Rows;
import dev.ambix.error.AmbixException;
import dev.ambix.error.UsageException;
import dev.ambix.session.Listener.StatementEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows of a statement that is open between others of its session. They end with the
/// transaction at the latest. It counts as one statement, which has run when it ends.
final class OpenRows {
  private final Connector connector;
  private final Link link;
  private final Sql sql;
  private final Optional<StackTraceElement> caller;
  private Link.@Nullable Reading result;
  private long nanos;
  private long read;
  private boolean exhausted;
  private boolean closed;
  private Optional<AmbixException> failure = Optional.empty();

  /// @param caller who opens it
  OpenRows(Connector connector, Link link, Sql sql, Optional<StackTraceElement> caller) {
    this.connector = connector;
    this.link = link;
    this.sql = sql;
    this.caller = caller;
  }

  /// Takes the next rows in; fewer than `most` where there are no more, which ends the statement.
  /// The first time sends it.
  ///
  /// @param opener begins to read rows
  /// @return what has read them
  <T> Reading<T> next(int most, Function<Rows, Reading<T>> opener) {
    connector.checkUsable();
    long start = System.nanoTime();
    int taken = 0;
    try {
      if (result == null) {
        result = link.open(sql);
      }
      var reading = opener.apply(result.rows());
      while (taken < most && !exhausted) {
        exhausted = !result.rows().next();
        if (!exhausted) {
          reading.read(result.rows());
          taken++;
        }
      }
      return reading;
    } catch (AmbixException error) {
      connector.failed(error);
      failure = Optional.of(error);
      throw error;
    } finally {
      nanos += System.nanoTime() - start;
      read += taken;
      if (exhausted || failure.isPresent()) {
        close();
      }
    }
  }

  /// Whether all rows were read.
  boolean isExhausted() {
    return exhausted;
  }

  /// Refuses to go on with rows that were cut off: what was read of them is not all.
  void requireOpen() {
    if (closed && !exhausted) {
      throw new UsageException(
          "StreamClosed",
          "stream: it was closed, or its session was committed, rolled back or closed, before its"
              + " last row was read; got a use of it, expected none. Read it to its end first.");
    }
  }

  /// Ends the statement, however far it was read. Closing it twice does nothing.
  void close() {
    if (!closed) {
      closed = true;
      if (result != null) {
        result.close();
      }
      connector.ended(this);
    }
  }

  /// What listeners hear of it when it has ended.
  StatementEvent event(long session) {
    return new StatementEvent(
        sql.text(), Duration.ofNanos(nanos), read, 1, caller, failure, session);
  }
}
