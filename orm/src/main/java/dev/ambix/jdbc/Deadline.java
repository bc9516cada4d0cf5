package dev.ambix.jdbc;

import java.util.concurrent.atomic.AtomicLong;

/// The limit of what runs on one connection to SQLite. The thread of the connection counts the
/// steps of the engine, in and out, which costs next to nothing for each row; a [Watchdog] looks at
/// the count when the time is over, and interrupts a step that has not ended since. A step is cut
/// after the limit, one that is not the first of its statement after twice that at the latest.
final class Deadline {
  private final Watchdog watchdog;
  private final Runnable interruption;
  private final AtomicLong steps = new AtomicLong();
  private long limitNanos;
  private int statements;
  private long seen;
  private volatile long end;
  private volatile boolean interrupted;

  Deadline(Watchdog watchdog, Runnable interruption) {
    this.watchdog = watchdog;
    this.interruption = interruption;
  }

  /// How long a step may take from here on; 0 for ever.
  void limit(long nanos) {
    limitNanos = nanos;
  }

  /// A statement begins, and with it its first step.
  void start() {
    interrupted = false;
    statements++;
    stepIn();
    arm();
  }

  /// The engine starts to work.
  void stepIn() {
    steps.lazySet(steps.getPlain() + 1);
  }

  /// The engine has stopped.
  void stepOut() {
    steps.lazySet(steps.getPlain() + 1);
  }

  /// A statement ends; one around it may go on. From here on no interruption can hit another one.
  void finish() {
    statements--;
    synchronized (this) {
      end = 0;
      steps.lazySet((steps.getPlain() + 1) & ~1L);
    }
    if (statements > 0) {
      arm();
    }
  }

  /// Whether the last statement was interrupted for being late.
  boolean wasInterrupted() {
    return interrupted;
  }

  /// When to look again, in the time of `System.nanoTime`; 0 for never.
  long end() {
    return end;
  }

  /// Interrupts the step that runs if it has taken too long; for the watchdog.
  synchronized void check(long now) {
    if (end == 0 || now - end < 0) {
      return;
    }
    long at = steps.get();
    if ((at & 1) == 1 && at == seen) {
      interrupted = true;
      interruption.run();
    } else {
      seen = at;
      end = after(now);
    }
  }

  private void arm() {
    if (limitNanos > 0) {
      synchronized (this) {
        seen = steps.getPlain();
        end = after(System.nanoTime());
      }
      watchdog.watch(end);
    }
  }

  private long after(long now) {
    long time = now + limitNanos;
    return time == 0 ? 1 : time;
  }
}
