package dev.ambix.jdbc;

import dev.ambix.driver.Driver.Holder;
import dev.ambix.error.DatabaseUnavailable;
import dev.ambix.error.PoolTimeout;
import dev.ambix.error.UsageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A fair queue for a bounded number of connections, and those that are open and free. Safe for any
/// thread. Giving one back waits for nothing.
///
/// @param <C> the connection
final class Lane<C> implements AutoCloseable {
  private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

  /// Where connections come from and go to.
  interface Source<C> {
    /// Opens one.
    ///
    /// @throws DatabaseUnavailable when it cannot
    C open();

    /// Whether it still reaches the database; asked after a while without use.
    boolean isAlive(C connection);

    /// Closes it; never throws.
    void close(C connection);
  }

  private final Source<C> source;
  private final int size;
  private final Duration acquireTimeout;
  private final long lifetimeNanos;
  private final Semaphore room;
  private final Deque<Lease<C>> idle = new ConcurrentLinkedDeque<>();
  private final Set<Lease<C>> held = ConcurrentHashMap.newKeySet();
  private volatile long suspectBefore = System.nanoTime();
  private volatile boolean closed;

  /// @param maxLifetime how old a connection may become; zero for no limit
  Lane(Source<C> source, int size, Duration acquireTimeout, Duration maxLifetime) {
    this.source = source;
    this.size = size;
    this.acquireTimeout = acquireTimeout;
    this.lifetimeNanos = maxLifetime.toNanos();
    this.room = new Semaphore(size, true);
  }

  /// A connection in somebody's hands.
  static final class Lease<C> {
    final C connection;
    private final long expires;
    private long used = System.nanoTime();
    private volatile @Nullable Holder holder;
    private volatile @Nullable Thread owner;

    private Lease(C connection, long expires) {
      this.connection = connection;
      this.expires = expires;
    }
  }

  Lease<C> acquire(Holder holder) {
    await();
    try {
      var lease = take();
      lease.used = System.nanoTime();
      lease.holder = holder;
      lease.owner = Thread.currentThread();
      held.add(lease);
      return lease;
    } catch (Throwable e) {
      room.release();
      throw e;
    }
  }

  /// Takes a connection back.
  ///
  /// @param broken whether it is not to be given to anybody again
  void release(Lease<C> lease, boolean broken) {
    held.remove(lease);
    lease.holder = null;
    lease.owner = null;
    long now = System.nanoTime();
    lease.used = now;
    if (broken) {
      suspectBefore = now;
    }
    if (broken || closed || isOld(lease, now)) {
      source.close(lease.connection);
    } else {
      idle.push(lease);
      if (closed) {
        closeIdle();
      }
    }
    room.release();
  }

  int size() {
    return size;
  }

  int active() {
    return held.size();
  }

  int idle() {
    return idle.size();
  }

  int waiting() {
    return room.getQueueLength();
  }

  @Override
  public void close() {
    closed = true;
    closeIdle();
  }

  private void await() {
    if (closed) {
      throw new UsageException(
          "DatabaseClosed",
          "database: it is closed; got a statement, expected none. Close it after its last session.");
    }
    long start = System.nanoTime();
    try {
      if (room.tryAcquire(0, TimeUnit.NANOSECONDS)) {
        return;
      }
      refuseNested();
      if (room.tryAcquire(acquireTimeout.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable(
          "the thread was interrupted while it waited for a connection", null);
    }
    throw timeout(start);
  }

  /// Who holds all that there is waits for nobody but itself.
  private void refuseNested() {
    int own = 0;
    for (var lease : held) {
      if (Thread.currentThread().equals(lease.owner)) {
        own++;
      }
    }
    if (own == size) {
      throw new UsageException(
          "NestedTransaction",
          "session: this thread holds the "
              + (size == 1 ? "only connection for it (SQLite has one writer)" : "whole pool")
              + " already; got another session inside, expected none. Use the outer session, or end"
              + " it first.");
    }
  }

  private PoolTimeout timeout(long start) {
    var lines = new ArrayList<String>();
    for (var lease : held) {
      var holder = lease.holder;
      if (holder != null) {
        lines.add(holder.describe());
      }
    }
    return new PoolTimeout(Duration.ofNanos(System.nanoTime() - start), size, lines);
  }

  private Lease<C> take() {
    while (true) {
      var lease = idle.poll();
      if (lease == null) {
        return new Lease<>(source.open(), expiry());
      }
      long now = System.nanoTime();
      if (isOld(lease, now)) {
        source.close(lease.connection);
      } else if (isTrusted(lease, now) || source.isAlive(lease.connection)) {
        return lease;
      } else {
        // Where one is dead, most are: rather open a new one than try each.
        source.close(lease.connection);
        closeIdle();
      }
    }
  }

  private boolean isTrusted(Lease<C> lease, long now) {
    return now - lease.used < FRESH_NANOS && lease.used - suspectBefore > 0;
  }

  private boolean isOld(Lease<C> lease, long now) {
    return lifetimeNanos > 0 && now - lease.expires > 0;
  }

  /// Up to a tenth sooner than the limit, so that connections do not all end at once.
  private long expiry() {
    long early =
        lifetimeNanos == 0 ? 0 : ThreadLocalRandom.current().nextLong(lifetimeNanos / 10 + 1);
    return System.nanoTime() + lifetimeNanos - early;
  }

  private void closeIdle() {
    for (var lease = idle.poll(); lease != null; lease = idle.poll()) {
      source.close(lease.connection);
    }
  }
}
