package dev.ambix.migrate.command;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The PostgreSQL server of `ambix-testing`, where that is on the class path. It is asked for by
/// reflection, because that module is for tests and this one is not; it stops with the JVM.
final class EmbeddedServer {
  private static final String TYPE = "dev.ambix.testing.PostgresServer";
  private static final Logger LOGGER = Logger.getLogger("io.zonky.test");

  private EmbeddedServer() {}

  /// Starts it, which takes a second or two.
  ///
  /// @return its URL; empty where it is not there
  static Optional<String> start() {
    if (LOGGER.getLevel() == null) {
      LOGGER.setLevel(Level.WARNING); // it tells each step of its start
    }
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
