package dev.ambix.accounts.server;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The environment variables that the service reads, with their defaults.
enum Setting {
  PORT("8080", "port to listen on; 0 takes a free one"),
  HOST("127.0.0.1", "address to listen on; 0.0.0.0 for all, as in a container"),
  DATABASE_URL("sqlite:accounts.db", "sqlite:FILE or postgresql://USER:PASSWORD@HOST/NAME"),
  MIGRATE("auto", "whether to upgrade the database at the start: yes, no, or auto for SQLite only"),
  HASHES(
      String.valueOf(Runtime.getRuntime().availableProcessors()),
      "how many passwords are hashed at once, at 19 MiB each"),
  MAX_BODY_BYTES("65536", "longest body of a request"),
  REQUEST_TIMEOUT("30s", "how long a client may take to send a request, or the next one"),
  SHUTDOWN_DELAY("0s", "how long to take requests after readiness is gone"),
  SHUTDOWN_GRACE("10s", "how long requests may take to finish then"),
  LOG_LEVEL("INFO", "TRACE, DEBUG, INFO, WARNING, ERROR or OFF; DEBUG shows each SQL statement");

  private final String initial;
  private final String meaning;

  Setting(String initial, String meaning) {
    this.initial = initial;
    this.meaning = meaning;
  }

  String initial() {
    return initial;
  }

  static String help() {
    return Arrays.stream(values())
        .map(it -> "  %-15s %s [%s]".formatted(it.name(), it.meaning, it.initial))
        .collect(Collectors.joining("\n"));
  }
}
