package dev.ambix.jdbc;

import java.time.Duration;
import java.util.Map;

/// How to reach a database and how long to wait for it.
///
/// @param url the JDBC URL, without credentials and parameters
/// @param properties what goes on to the JDBC driver: user, password, its own parameters
/// @param poolSize how many connections there may be; on SQLite how many that read
/// @param acquireTimeout how long to wait for a connection
/// @param statementTimeout how long a statement may run; zero for no limit
/// @param lockTimeout how long a statement may wait for a lock; zero for no limit
/// @param maxLifetime how old a connection may become
/// @param poolerTransaction whether a pooler in between gives each transaction another server
///   connection (PgBouncer's transaction mode), so that nothing may outlive a transaction
public record DriverSettings(
    String url,
    Map<String, String> properties,
    int poolSize,
    Duration acquireTimeout,
    Duration statementTimeout,
    Duration lockTimeout,
    Duration maxLifetime,
    boolean poolerTransaction) {
  public DriverSettings {
    properties = Map.copyOf(properties);
  }

  /// Reads a URL such as `sqlite:accounts.db`, `sqlite::memory:` or
  /// `postgresql://user:pass@host/db?pool=16`; the same after `jdbc:` too.
  ///
  /// @throws dev.ambix.error.UsageException `BadUrl` when it is none; the message never holds the
  ///   password
  public static DriverSettings parse(String url) {
    return UrlParser.parse(url);
  }

  /// Without user, password and parameters.
  @Override
  public String toString() {
    return url + ", pool " + poolSize;
  }
}
