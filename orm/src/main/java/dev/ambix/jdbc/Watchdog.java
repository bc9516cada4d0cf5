package dev.ambix.jdbc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Interrupts the statements of SQLite that run too long: it has no limit of its own. One thread,
/// which sleeps until the next deadline; a statement wakes it only if it must be done sooner.
final class Watchdog implements AutoCloseable {
  private final Set<Deadline> watched = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile long wakesAt;
  private volatile boolean idle;
  private volatile boolean closed;

  Watchdog() {
    thread = Thread.ofPlatform().daemon().name("ambix-sqlite-watchdog").start(this::run);
  }

  void add(Deadline deadline) {
    watched.add(deadline);
  }

  void remove(Deadline deadline) {
    watched.remove(deadline);
  }

  /// Makes sure that the watchdog looks again by then.
  void watch(long deadline) {
    if (idle || wakesAt - deadline > 0) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  /// Says that it is idle before it looks: a statement that starts meanwhile either is seen, or
  /// sees that and wakes it; a thread that is woken before it sleeps does not sleep.
  private void run() {
    while (!closed) {
      idle = true;
      long now = System.nanoTime();
      long next = 0;
      for (var deadline : watched) {
        deadline.check(now);
        long end = deadline.end();
        if (end != 0 && (next == 0 || next - end > 0)) {
          next = end;
        }
      }
      if (next == 0) {
        LockSupport.park(this);
      } else {
        wakesAt = next;
        idle = false;
        LockSupport.parkNanos(this, Math.max(1_000_000, next - now));
      }
    }
  }
}
