package dev.ambix.migrate.run;

import java.time.Duration;

/// How revisions run.
///
/// @param table the table that remembers them
/// @param schema the schema of that table, on engines that have several; empty for the default
/// @param patience how long to wait for another runner
/// @param lockTimeout how long a statement waits for a lock on PostgreSQL, where all queries of the
///   application queue behind it
/// @param lockRetries how often it tries again after that
public record RunSettings(
    String table, String schema, Duration patience, Duration lockTimeout, int lockRetries) {
  /// Those that fit most.
  public static RunSettings defaults() {
    return new RunSettings("ambix_revision", "", Duration.ofMinutes(1), Duration.ofSeconds(3), 20);
  }

  /// With another table; schema empty for the default one.
  public RunSettings table(String name, String inSchema) {
    return new RunSettings(name, inSchema, patience, lockTimeout, lockRetries);
  }

  /// With another wait for other runners.
  public RunSettings waiting(Duration limit) {
    return new RunSettings(table, schema, limit, lockTimeout, lockRetries);
  }

  /// With another wait for locks.
  public RunSettings locks(Duration timeout, int retries) {
    return new RunSettings(table, schema, patience, timeout, retries);
  }
}
