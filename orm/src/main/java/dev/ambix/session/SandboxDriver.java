package dev.ambix.session;

import dev.ambix.dialect.Dialect;
import dev.ambix.dialect.Sql;
import dev.ambix.driver.Driver;
import dev.ambix.driver.Link;
import dev.ambix.error.AmbixException;
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
/// savepoint, one that commits releases it. Sessions take turns.
final class SandboxDriver implements Driver {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Driver driver;
  private final Semaphore turn = new Semaphore(1, true);
  private @Nullable Link shared;
  private volatile Holder holder = () -> "nobody";
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

  @Override
  public Link acquire(Access access, Holder next) {
    try {
      if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new PoolTimeout(PATIENCE, 1, List.of(holder.describe()));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UsageException(
          "Interrupted", "sandbox: interrupted while waiting for its turn.", interrupted);
    }
    try {
      holder = next;
      return new Turn(shared());
    } catch (RuntimeException failure) {
      turn.release();
      throw failure;
    }
  }

  private Link shared() {
    if (shared == null) {
      shared = driver.acquire(Access.WRITE, () -> "sandbox, " + holder.describe());
      shared.begin("", false);
    }
    return shared;
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

  /// Rolls back all that was done in the sandbox. The database below stays open.
  @Override
  public void close() {
    turn.acquireUninterruptibly();
    if (shared != null) {
      shared.close();
      shared = null;
    }
    turn.release();
  }

  /// The shared connection in the hands of one session.
  private final class Turn implements Link {
    private final Link link;
    private @Nullable String open;

    Turn(Link link) {
      this.link = link;
    }

    @Override
    public <R> R query(Sql sql, Reader<R> reader) {
      return protectedly(() -> link.query(sql, reader));
    }

    @Override
    public long execute(Sql sql) {
      return link.execute(sql);
    }

    @Override
    public long[] batch(String text, List<SqlType> types, List<@Nullable Object[]> rows) {
      return link.batch(text, types, rows);
    }

    /// A read outside a transaction that fails must not end the sandbox's transaction.
    private <R> R protectedly(java.util.function.Supplier<R> read) {
      if (open != null) {
        return read.get();
      }
      begin("", false);
      try {
        return read.get();
      } finally {
        rollback();
      }
    }

    @Override
    public void begin(String isolation, boolean readOnly) {
      var name = "ambix_sandbox_" + ++savepoints;
      link.savepoint(name);
      open = name;
    }

    @Override
    public void commit() {
      if (open != null) {
        link.release(open);
        open = null;
      }
    }

    @Override
    public void rollback() {
      if (open != null) {
        link.rollbackTo(open);
        link.release(open);
        open = null;
      }
    }

    @Override
    public void savepoint(String name) {
      link.savepoint(name);
    }

    @Override
    public void rollbackTo(String savepoint) {
      link.rollbackTo(savepoint);
    }

    @Override
    public void release(String savepoint) {
      link.release(savepoint);
    }

    @Override
    public void statementTimeout(Optional<Duration> limit) {
      link.statementTimeout(limit);
    }

    @Override
    public Connection jdbc() {
      return link.jdbc();
    }

    @Override
    public AmbixException translate(SQLException error, String sql) {
      return link.translate(error, sql);
    }

    @Override
    public void close() {
      rollback();
      link.statementTimeout(Optional.empty());
      turn.release();
    }
  }
}
