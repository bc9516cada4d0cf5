package dev.ambix.session;

import dev.ambix.dialect.Sql;
import dev.ambix.driver.Driver;
import dev.ambix.driver.Driver.Access;
import dev.ambix.driver.Link;
import dev.ambix.driver.Rows;
import dev.ambix.error.AmbixException;
import dev.ambix.error.UsageException;
import dev.ambix.schema.SqlType;
import dev.ambix.session.Listener.StatementEvent;
import dev.ambix.type.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The connection and the transaction of one session. It takes a connection at the first statement.
/// In READ COMMITTED, reads run alone until the first write; a stricter level begins its
/// transaction at once.
final class Connector implements Driver.Holder {
  private final Driver driver;
  private final Observer observer;
  private final Transaction settings;
  private final boolean readOnly;
  private final Thread owner = Thread.currentThread();
  private volatile long since;
  private volatile String lastSql = "";
  private @Nullable Link link;
  private long number;
  private boolean inTransaction;

  /// Whether the transaction is there only for the streams that are open.
  private boolean forStreams;

  private final List<OpenRows> streams = new ArrayList<>(0);
  private @Nullable Throwable failure;

  Connector(Driver driver, Observer observer, Transaction settings, boolean readOnly) {
    this.driver = driver;
    this.observer = observer;
    this.settings = settings;
    this.readOnly = readOnly;
  }

  Filters filters() {
    return settings.filters();
  }

  boolean readOnly() {
    return readOnly;
  }

  Observer observer() {
    return observer;
  }

  boolean inTransaction() {
    return inTransaction;
  }

  @Override
  public String describe() {
    return "%s for %d ms, last SQL: %s"
        .formatted(
            owner, (System.nanoTime() - since) / 1_000_000, lastSql.isEmpty() ? "none" : lastSql);
  }

  /// Reads rows outside a transaction, or in the one that is open.
  <T> List<T> query(Sql sql, Function<Row, T> reader) {
    return rows(forReading(), sql, reader);
  }

  /// Reads rows of a statement that may write, or lock.
  <T> List<T> queryInTransaction(Sql sql, Function<Row, T> reader) {
    return rows(forWriting(), sql, reader);
  }

  private <T> List<T> rows(Link open, Sql sql, Function<Row, T> reader) {
    return observed(
        sql.text(),
        1,
        () ->
            open.query(
                sql,
                rows -> {
                  var read = new ArrayList<T>();
                  while (rows.next()) {
                    read.add(reader.apply(rows));
                  }
                  return read;
                }),
        List::size);
  }

  /// Reads rows of a text that may do anything, and whose columns are known only by their names.
  <T> List<T> queryByLabel(Sql sql, Function<Rows, Supplier<T>> readers) {
    var open = forAnything();
    return observed(
        sql.text(),
        1,
        () ->
            open.query(
                sql,
                rows -> {
                  var reader = readers.apply(rows);
                  var read = new ArrayList<T>();
                  while (rows.next()) {
                    read.add(reader.get());
                  }
                  return read;
                }),
        List::size);
  }

  /// Opens a statement whose rows are read bit by bit, which takes a transaction. Where that is all
  /// it is for, because the session only reads, it ends with the last stream.
  OpenRows open(Sql sql) {
    checkUsable();
    boolean began = !inTransaction;
    var open = begun(readOnly ? Access.READ : Access.WRITE);
    if (began) {
      forStreams = readOnly && settings.isolation() == Isolation.READ_COMMITTED;
    }
    lastSql = sql.text();
    var caller = observer.listens() ? Observer.caller() : Optional.<StackTraceElement>empty();
    var rows = new OpenRows(this, open, sql, caller);
    streams.add(rows);
    return rows;
  }

  /// A stream has failed, and the transaction with it.
  void failed(AmbixException error) {
    if (inTransaction && failure == null) {
      failure = error;
    }
  }

  /// A stream has ended.
  void ended(OpenRows rows) {
    streams.remove(rows);
    if (observer.listens()) {
      observer.statement(rows.event(number()));
    }
    if (streams.isEmpty() && forStreams) {
      if (failure == null) {
        commit();
      } else {
        rollback();
      }
    }
  }

  private void closeStreams() {
    forStreams = false;
    RuntimeException thrown = null;
    for (var rows : List.copyOf(streams)) {
      try {
        rows.close();
      } catch (RuntimeException error) {
        thrown = error; // a listener's, which must not keep the others open
      }
    }
    if (thrown != null) {
      throw thrown;
    }
  }

  long execute(Sql sql) {
    var open = forWriting();
    return observed(sql.text(), 1, () -> open.execute(sql), count -> count);
  }

  long[] batch(String text, List<SqlType> types, List<@Nullable Object[]> rows) {
    var open = forWriting();
    return observed(
        text,
        rows.size(),
        () -> open.batch(text, types, rows),
        counts -> Arrays.stream(counts).sum());
  }

  /// Runs work of several statements: when it fails between two of them, what the earlier ones did
  /// must not be committed.
  void together(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error error) {
      if (inTransaction && failure == null) {
        failure = error;
      }
      throw error;
    }
  }

  <T> T jdbc(Session.JdbcWork<T> work) {
    var open = forAnything();
    return observed(
        "(JDBC)",
        1,
        () -> {
          try {
            return work.run(open.jdbc());
          } catch (java.sql.SQLException error) {
            throw open.translate(error, "(JDBC)");
          }
        },
        _ -> 0L);
  }

  private <R> R observed(
      String sql, int executions, Supplier<R> work, java.util.function.ToLongFunction<R> rows) {
    lastSql = sql;
    boolean listens = observer.listens();
    long start = listens ? System.nanoTime() : 0;
    try {
      var result = work.get();
      if (listens) {
        tell(sql, start, rows.applyAsLong(result), executions, Optional.empty());
      }
      return result;
    } catch (AmbixException error) {
      if (inTransaction) {
        failure = error;
      }
      if (listens) {
        tell(sql, start, 0, executions, Optional.of(error));
      }
      throw error;
    }
  }

  private void tell(
      String sql, long start, long rows, int executions, Optional<AmbixException> error) {
    var elapsed = Duration.ofNanos(System.nanoTime() - start);
    observer.statement(
        new StatementEvent(sql, elapsed, rows, executions, Observer.caller(), error, number()));
  }

  /// A number that no other session has, drawn when somebody wants to hear of it.
  private long number() {
    if (number == 0) {
      number = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }
    return number;
  }

  private Link forReading() {
    checkUsable();
    if (link != null) {
      return link;
    }
    if (settings.isolation() == Isolation.READ_COMMITTED) {
      return acquire(Access.READ);
    }
    return begun(readOnly ? Access.READ : Access.WRITE);
  }

  private Link forWriting() {
    checkUsable();
    if (readOnly) {
      throw readOnlySession("a statement that writes");
    }
    return begun(Access.WRITE);
  }

  /// For what may write: in a read-only session the engine refuses that.
  private Link forAnything() {
    forStreams = false;
    return readOnly ? begun(Access.READ) : forWriting();
  }

  static UsageException readOnlySession(String what) {
    return new UsageException(
        "ReadOnlySession",
        "session: got "
            + what
            + ", expected reads only. Use Database.write, or, in a request, a method"
            + " other than GET, HEAD and OPTIONS.");
  }

  private Link begun(Access access) {
    checkUsable();
    if (inTransaction && link != null) {
      return link;
    }
    if (link != null && access == Access.WRITE && driver.singleWriter()) {
      link.close();
      link = null;
    }
    var open = link != null ? link : acquire(access);
    open.begin(
        settings.isolation() == Isolation.READ_COMMITTED ? "" : settings.isolation().sql(),
        readOnly);
    inTransaction = true;
    observer.transactionBegin();
    return open;
  }

  private Link acquire(Access access) {
    since = System.nanoTime();
    var acquired = driver.acquire(access, this);
    link = acquired;
    if (settings.statementTimeout().isPresent()) {
      acquired.statementTimeout(settings.statementTimeout());
    }
    return acquired;
  }

  void checkUsable() {
    if (failure != null) {
      throw new UsageException(
          "TransactionFailed",
          "session: an earlier statement failed with ["
              + (failure instanceof AmbixException error
                  ? error.code()
                  : failure.getClass().getSimpleName())
              + "], so the transaction can only roll back. Let that error pass, or run the statement"
              + " in a savepoint.",
          failure);
    }
  }

  /// Commits what is open and gives the connection back.
  void commit() {
    checkUsable();
    var open = link;
    if (open == null) {
      return;
    }
    boolean ended = inTransaction;
    closeStreams();
    try {
      if (inTransaction) {
        open.commit();
      }
    } catch (AmbixException error) {
      rollback();
      throw error;
    }
    release();
    if (ended) {
      observer.transactionEnd(true);
    }
  }

  /// Rolls back what is open and gives the connection back.
  void rollback() {
    boolean ended = inTransaction;
    try {
      closeStreams();
    } finally {
      if (link != null && inTransaction) {
        link.rollback();
      }
      release();
      if (ended) {
        observer.transactionEnd(false);
      }
    }
  }

  private void release() {
    inTransaction = false;
    failure = null;
    lastSql = "";
    if (link != null) {
      link.close();
      link = null;
    }
  }

  void savepoint(String name) {
    forWriting().savepoint(name);
  }

  void releaseSavepoint(String name) {
    forWriting().release(name);
  }

  /// Undoes what came after the savepoint, a failed statement too; the transaction can go on.
  void rollbackTo(String name) {
    if (link == null || !inTransaction) {
      return;
    }
    failure = null;
    try {
      link.rollbackTo(name);
      link.release(name); // else it stays, and later ones nest in it
    } catch (AmbixException error) {
      failure = error;
      throw error;
    }
  }
}
