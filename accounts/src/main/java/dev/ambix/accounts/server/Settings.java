package dev.ambix.accounts.server;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;

/// What an operator decides, from the environment.
///
/// @param host the address to listen on
/// @param port the port to listen on; 0 takes a free one
/// @param databaseUrl where the data is; it may hold a password
/// @param migrate whether the database is upgraded at the start, or must be up to date
/// @param hashes how many passwords are hashed at once
/// @param maxBodyBytes the longest body of a request
/// @param requestTimeout how long a client may take to send the head of a request, or its body, and
///   how long a connection may wait for the next one
/// @param shutdownDelay how long the service still takes requests after it has said that it is not
///   ready
/// @param shutdownGrace how long requests may take to finish after that
/// @param logLevel what is logged
public record Settings(
    String host,
    int port,
    String databaseUrl,
    boolean migrate,
    int hashes,
    int maxBodyBytes,
    Duration requestTimeout,
    Duration shutdownDelay,
    Duration shutdownGrace,
    Level logLevel) {
  /// Reads them; what is not set, or empty, has its default.
  ///
  /// @throws BadSettings with a line for each that is wrong
  public static Settings parse(Map<String, String> environment) {
    var reader = new SettingReader(environment);
    var settings =
        new Settings(
            reader.text(Setting.HOST),
            reader.number(Setting.PORT, 0, 65_535),
            reader.databaseUrl(Setting.DATABASE_URL),
            reader.migrate(Setting.MIGRATE, Setting.DATABASE_URL),
            reader.number(Setting.HASHES, 1, 1_024),
            reader.number(Setting.MAX_BODY_BYTES, 1_024, 1 << 30),
            reader.duration(Setting.REQUEST_TIMEOUT),
            reader.duration(Setting.SHUTDOWN_DELAY),
            reader.duration(Setting.SHUTDOWN_GRACE),
            reader.level(Setting.LOG_LEVEL));
    reader.throwIfWrong();
    return settings;
  }

  /// Without the database's URL.
  @Override
  public String toString() {
    return "Settings[" + host + ":" + port + "]";
  }
}
