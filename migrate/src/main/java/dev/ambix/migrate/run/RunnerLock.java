package dev.ambix.migrate.run;

import dev.ambix.error.UsageException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Keeps runners apart. On PostgreSQL an advisory lock of the connection, asked for again and again
/// outside any transaction: one that waits inside the server holds a snapshot, and CREATE INDEX
/// CONCURRENTLY of the runner that it waits for would wait for that. On SQLite the write lock of
/// each transaction keeps them apart, so there is nothing to do here.
final class RunnerLock implements AutoCloseable {
  private static final long FIRST_PAUSE = Duration.ofMillis(50).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();

  private final Site site;
  private final long key;

  private RunnerLock(Site site, long key) {
    this.site = site;
    this.key = key;
  }

  /// Waits until no other runner is at work.
  ///
  /// @throws UsageException `RunnerBusy` that says who is, when that takes too long
  static RunnerLock take(Site site, RunSettings settings, RunListener listener) {
    var lock = new RunnerLock(site, key(settings));
    if (!site.postgresql()) {
      return lock;
    }
    long end = System.nanoTime() + settings.patience().toNanos();
    long pause = FIRST_PAUSE;
    while (!lock.attempt()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw busy(lock.holder(), settings.patience());
      }
      if (pause == FIRST_PAUSE) {
        listener.waiting(lock.holder());
      }
      LockSupport.parkNanos(Math.min(pause, left));
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    return lock;
  }

  static UsageException busy(String holder, Duration waited) {
    return new UsageException(
        "RunnerBusy",
        "database: another runner is at work: "
            + holder
            + "; waited "
            + waited.toSeconds()
            + " s, expected it to end. Wait for it, or end it.");
  }

  private static long key(RunSettings settings) {
    return 0x616d626978L << 24 ^ (settings.schema() + "." + settings.table()).hashCode();
  }

  private boolean attempt() {
    return site.first("select pg_try_advisory_lock(" + key + ")::text").orElse("").equals("true");
  }

  private String holder() {
    var text =
        """
        select 'server process ' || a.pid || ', ' || coalesce(nullif(a.application_name, ''), 'unnamed')
          || coalesce(', from ' || host(a.client_addr), '')
          || ', since ' || to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'
        from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'advisory' and l.granted and l.objsubid = 1
          and l.database = (select oid from pg_database where datname = current_database())
          and l.classid::bigint = %d and l.objid::bigint = %d\
        """
            .formatted(key >>> 32, key & 0xffffffffL);
    return site.first(text).orElse("one that has just ended");
  }

  @Override
  public void close() {
    if (site.postgresql()) {
      site.first("select pg_advisory_unlock(" + key + ")::text");
    }
  }
}
