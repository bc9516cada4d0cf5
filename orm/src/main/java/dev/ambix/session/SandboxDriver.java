package dev.ambix.session;

import dev.ambix.dialect.Dialect;
import dev.ambix.dialect.Sql;
import dev.ambix.driver.Driver;
import dev.ambix.driver.Link;
import dev.ambix.error.AmbixException;
import dev.ambix.error.DatabaseUnavailable;
import dev.ambix.error.PoolTimeout;
import dev.ambix.error.UsageException;
import dev.ambix.schema.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One connection in one transaction that is never committed. A session that begins sets a
/// savepoint, one that commits releases it. Transactions take turns, and so do the reads outside of
/// them, which hold nothing in between.
final class SandboxDriver implements Driver {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Driver driver;
  private final Semaphore turn = new Semaphore(1, true);
  private volatile @Nullable Visit current;
  private volatile @Nullable Link shared;
  private volatile boolean closed;
  private int savepoints;

  private SandboxDriver(Driver driver) {
    this.driver = driver;
  }

  static Driver of(Driver driver) {
    return new SandboxDriver(driver);
  }

  @Override
  public Dialect dialect() {
    return driver.dialect();
  }

  /// Gives a link that takes its turn when it has something to do.
  @Override
  public Link acquire(Access access, Holder holder) {
    return new Visit(holder);
  }

  @Override
  public boolean singleWriter() {
    return false;
  }

  @Override
  public PoolStatistics statistics() {
    int active = 1 - turn.availablePermits();
    return new PoolStatistics(1, active, 1 - active, turn.getQueueLength());
  }

  /// Rolls back all that was done in the sandbox. The database below stays open. A transaction that
  /// is still open, and does not end within a while, is cut off, and is an error.
  @Override
  public void close() {
    var left = current;
    boolean free = (left == null || !left.isOnThisThread()) && await();
    var holder = describeCurrent();
    closed = true;
    dropConnection();
    if (!free) {
      throw new UsageException(
          "SandboxBusy",
          "sandbox: got a transaction that is still open, expected all to have ended; it is that of "
              + holder
              + ". Commit, or close the session, best with try or Database.write.");
    }
    turn.release();
  }

  private boolean await() {
    try {
      return turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UsageException(
          "Interrupted", "sandbox: interrupted while waiting for its turn.", interrupted);
    }
  }

  private String describeCurrent() {
    var visit = current;
    return visit == null ? "nobody" : visit.holder.describe();
  }

  private Link connect(Holder first) {
    var open = shared;
    if (open == null) {
      open = driver.acquire(Access.WRITE, () -> "sandbox, " + first.describe());
      open.begin("", false);
      shared = open;
    }
    return open;
  }

  private void dropConnection() {
    var link = shared;
    shared = null;
    if (link != null) {
      link.close();
    }
  }

  /// The shared connection in the hands of one session, from the beginning of a transaction to its
  /// end, or for one read.
  private final class Visit implements Link {
    private final Holder holder;
    private final Thread thread = Thread.currentThread();
    private Optional<Duration> limit = Optional.empty();
    private @Nullable Link link;
    private String savepoint = "";
    private boolean onlyReads;

    Visit(Holder holder) {
      this.holder = holder;
    }

    boolean isOnThisThread() {
      return thread.equals(Thread.currentThread());
    }

    @Override
    public <R> R query(Sql sql, Reader<R> reader) {
      if (link != null) {
        return live().query(sql, reader);
      }
      // In a savepoint of its own, so that a read that fails does not end the sandbox.
      begin("", false);
      try {
        return live().query(sql, reader);
      } finally {
        rollback();
      }
    }

    @Override
    public Reading open(Sql sql) {
      return live().open(sql);
    }

    @Override
    public long execute(Sql sql) {
      return live().execute(sql);
    }

    @Override
    public long[] batch(String text, List<SqlType> types, List<@Nullable Object[]> rows) {
      return live().batch(text, types, rows);
    }

    @Override
    public void begin(String isolation, boolean readOnly) {
      refuseSameThread();
      if (!await()) {
        throw new PoolTimeout(PATIENCE, 1, List.of(describeCurrent()));
      }
      current = this;
      try {
        if (closed) {
          throw sandboxClosed();
        }
        var open = connect(holder);
        savepoint = "ambix_sandbox_" + ++savepoints;
        open.savepoint(savepoint);
        if (readOnly) {
          open.onlyRead(true);
        }
        onlyReads = readOnly;
        open.statementTimeout(limit);
        link = open;
      } catch (RuntimeException failure) {
        giveUpTurn();
        throw failure;
      }
    }

    /// A thread that waits for itself would wait in vain.
    private void refuseSameThread() {
      var other = current;
      if (other != null && other.isOnThisThread()) {
        throw new UsageException(
            "SandboxBusy",
            "sandbox: got a second transaction on one thread, expected one after the other, as they"
                + " share a connection. Commit or close the first, that of "
                + describeCurrent()
                + ".");
      }
    }

    @Override
    public void commit() {
      if (onlyReads) {
        rollback(); // which is what lifts it
        return;
      }
      live().release(savepoint);
      end();
    }

    /// Where the connection cannot do that, it is broken, and all that was done in the sandbox is
    /// gone with it: the next transaction begins with nothing.
    @Override
    public void rollback() {
      if (link == null) {
        return;
      }
      try {
        if (isLive()) {
          if (onlyReads) {
            onlyReads = false;
            link.onlyRead(false);
          }
          link.rollbackTo(savepoint);
          link.release(savepoint);
        }
      } catch (AmbixException broken) {
        dropConnection();
      } finally {
        end();
      }
    }

    private void end() {
      try {
        if (link != null && isLive()) {
          link.statementTimeout(Optional.empty());
        }
      } finally {
        link = null;
        giveUpTurn();
      }
    }

    private void giveUpTurn() {
      current = null;
      turn.release();
    }

    @SuppressWarnings("ReferenceEquality") // this very connection
    private boolean isLive() {
      return link == shared;
    }

    /// The connection, unless it is somebody else's by now.
    private Link live() {
      if (link == null || !isLive()) {
        throw sandboxClosed();
      }
      return link;
    }

    private DatabaseUnavailable sandboxClosed() {
      return new DatabaseUnavailable("the sandbox is closed, or its connection broke", null);
    }

    @Override
    public void onlyRead(boolean on) {
      live().onlyRead(on);
    }

    @Override
    public void savepoint(String name) {
      live().savepoint(name);
    }

    @Override
    public void rollbackTo(String name) {
      live().rollbackTo(name);
    }

    @Override
    public void release(String name) {
      live().release(name);
    }

    @Override
    public void statementTimeout(Optional<Duration> most) {
      limit = most;
      if (link != null) {
        live().statementTimeout(most);
      }
    }

    @Override
    public Connection jdbc() {
      return live().jdbc();
    }

    @Override
    public AmbixException translate(SQLException error, String sql) {
      return live().translate(error, sql);
    }

    @Override
    public void close() {
      rollback();
    }
  }
}
