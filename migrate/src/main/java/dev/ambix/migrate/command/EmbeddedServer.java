package dev.ambix.migrate.command;

import java.util.Optional;

/// The PostgreSQL server of `ambix-testing`, where that is on the class path. It is asked for by
/// reflection, because that module is for tests and this one is not; it stops with the JVM.
final class EmbeddedServer {
  private static final String TYPE = "dev.ambix.testing.PostgresServer";

  private EmbeddedServer() {}

  /// Starts it, which takes a second or two.
  ///
  /// @return its URL; empty where it is not there
  static Optional<String> start() {
    try {
      var type = Class.forName(TYPE);
      var server = type.getMethod("start").invoke(null);
      return Optional.ofNullable(
          (String) type.getMethod("url", String.class).invoke(server, "postgres"));
    } catch (ReflectiveOperationException | LinkageError _) {
      return Optional.empty();
    }
  }
}
