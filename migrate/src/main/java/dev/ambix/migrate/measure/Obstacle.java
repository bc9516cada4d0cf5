package dev.ambix.migrate.measure;

import dev.ambix.migrate.run.Replay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// Sees the locks of a statement of PostgreSQL that cannot run in a transaction, and so lets go of
/// them before it returns. All such statements lock a table against others of their kind; so this
/// holds such a lock on every table, and when the statement waits for it, reads what it has and
/// what it wants, and gets out of its way. For one statement.
final class Obstacle {
  private static final long POLL = Duration.ofMillis(2).toNanos();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// A view cannot be locked by its name, but this locks it in the same way.
  private static final String LOCKS =
      """
      select format(case c.relkind
          when 'm' then 'comment on materialized view %I.%I is null'
          else 'lock table only %I.%I in share update exclusive mode' end, n.nspname, c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_'
        and n.nspname <> 'information_schema'
      """;

  private final Connection connection;
  private final int process;

  /// @param connection one of its own
  /// @param process the server's process of the connection that the statement runs on
  Obstacle(Connection connection, int process) {
    this.connection = connection;
    this.process = process;
  }

  /// Runs a statement.
  ///
  /// @return its locks; none when it never waited, which one does that locks no table
  Map<Long, LockMode> locks(Replay.Work work) throws SQLException {
    connection.setAutoCommit(false);
    for (var lock : strings(LOCKS)) {
      execute(lock);
    }
    var run = CompletableFuture.supplyAsync(() -> failure(work), Thread::startVirtualThread);
    Map<Long, LockMode> found;
    try {
      found = waiting(run) ? Locks.of(connection, process) : Map.of();
    } finally {
      connection.rollback();
    }
    var failure = run.join();
    if (failure.isPresent()) {
      throw failure.get();
    }
    return found;
  }

  private static Optional<SQLException> failure(Replay.Work work) {
    try {
      work.run();
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e);
    }
  }

  /// Whether the statement came to wait, rather than to its end.
  private boolean waiting(CompletableFuture<?> run) throws SQLException {
    long begun = System.nanoTime();
    while (!run.isDone() && System.nanoTime() - begun < PATIENCE.toNanos()) {
      if (!strings("select 1 where pg_backend_pid() = any(pg_blocking_pids(" + process + "))")
          .isEmpty()) {
        return true;
      }
      LockSupport.parkNanos(POLL);
    }
    return false;
  }

  private List<String> strings(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
