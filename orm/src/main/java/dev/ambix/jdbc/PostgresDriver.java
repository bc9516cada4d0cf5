package dev.ambix.jdbc;

import dev.ambix.dialect.Dialect;
import dev.ambix.driver.Driver;
import dev.ambix.driver.Link;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// Connections to PostgreSQL over pgjdbc. Safe for any thread.
final class PostgresDriver implements Driver, Lane.Source<Connection> {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int ALIVE_SECONDS = 2;

  private final DriverSettings settings;
  private final PostgresErrors errors;
  private final Lane<Connection> lane;
  private final Dialect dialect = Dialect.postgresql();
  private final org.postgresql.Driver driver = new org.postgresql.Driver();

  PostgresDriver(DriverSettings settings, TableNames names) {
    this.settings = settings;
    this.errors = new PostgresErrors(names);
    this.lane =
        new Lane<>(this, settings.poolSize(), settings.acquireTimeout(), settings.maxLifetime());
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Link acquire(Access access, Holder holder) {
    return new PostgresLink(this, lane.acquire(holder));
  }

  @Override
  public boolean singleWriter() {
    return false;
  }

  @Override
  public PoolStatistics statistics() {
    return new PoolStatistics(lane.size(), lane.active(), lane.idle(), lane.waiting());
  }

  @Override
  public void close() {
    lane.close();
  }

  @Override
  public Connection open() {
    try {
      var connection = driver.connect(settings.url(), properties());
      if (connection == null) {
        throw new IllegalStateException(
            "pgjdbc does not take a URL that starts with jdbc:postgresql:");
      }
      if (!settings.poolerTransaction()) {
        try (var statement = connection.createStatement()) {
          statement.execute("set time zone 'UTC'");
        } catch (SQLException e) {
          close(connection);
          throw e;
        }
      }
      return connection;
    } catch (SQLException e) {
      throw PostgresErrors.connecting(e, settings);
    }
  }

  @Override
  public boolean isAlive(Connection connection) {
    try {
      return connection.isValid(ALIVE_SECONDS);
    } catch (SQLException _) {
      return false;
    }
  }

  @Override
  public void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException _) {
      // It is of no more use either way.
    }
  }

  DriverSettings settings() {
    return settings;
  }

  PostgresErrors errors() {
    return errors;
  }

  void release(Lane.Lease<Connection> lease, boolean broken) {
    lane.release(lease, broken);
  }

  /// What a pooler forgets between transactions, as one text.
  String localSettings(Duration statementTimeout) {
    return "set local statement_timeout = "
        + statementTimeout.toMillis()
        + "; set local lock_timeout = "
        + settings.lockTimeout().toMillis()
        + "; set local time zone 'UTC'";
  }

  private Properties properties() {
    var properties = new Properties();
    properties.setProperty("ApplicationName", "ambix");
    properties.setProperty("stringtype", "unspecified");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "10");
    properties.setProperty("logServerErrorDetail", "false");
    properties.setProperty("prepareThreshold", settings.poolerTransaction() ? "0" : "1");
    if (!settings.statementTimeout().isZero()) {
      properties.setProperty(
          "socketTimeout", Long.toString(settings.statementTimeout().plus(GRACE).toSeconds()));
    }
    properties.putAll(settings.properties());
    if (!settings.poolerTransaction()) {
      properties.setProperty("options", options(properties.getProperty("options", "")));
    }
    return properties;
  }

  private String options(String others) {
    return ("-c statement_timeout="
            + settings.statementTimeout().toMillis()
            + " -c lock_timeout="
            + settings.lockTimeout().toMillis()
            + " -c default_transaction_isolation=read\\ committed "
            + others)
        .strip();
  }
}
