package dev.ambix.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.dialect.Sql;
import dev.ambix.driver.Driver;
import dev.ambix.driver.Driver.Access;
import dev.ambix.error.AmbixException;
import dev.ambix.error.DatabaseUnavailable;
import dev.ambix.error.QueryFailed;
import dev.ambix.error.UsageException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageTest {
  @TempDir Path directory;

  @Test
  void throwsAwayAConnectionThatWasTerminated() {
    try (var driver = Engine.POSTGRESQL.open(Tables.SCHEMA, "pool=2")) {
      var victim = Engine.acquire(driver, Access.WRITE);
      victim.begin("", false);
      victim.execute(Sql.of("insert into users (username) values ('lost')"));
      long pid = Engine.number(victim, "select pg_backend_pid()");
      Engine.<Long>read(
          driver, link -> Engine.number(link, "select pg_terminate_backend(" + pid + ")::int"));
      assertThatThrownBy(() -> Engine.number(victim, "select 1"))
          .isInstanceOf(DatabaseUnavailable.class);
      victim.close();
      for (int i = 0; i < 4; i++) {
        try (var one = Engine.acquire(driver, Access.READ);
            var two = Engine.acquire(driver, Access.READ)) {
          assertThat(
                  List.of(
                      Engine.number(one, "select pg_backend_pid()"),
                      Engine.number(two, "select pg_backend_pid()")))
              .doesNotContain(pid);
        }
      }
      assertThat(
              Engine.<Long>read(driver, link -> Engine.number(link, "select count(*) from users")))
          .isZero();
    }
  }

  @Test
  void aCommitThatIsLostIsAnError() {
    try (var driver = Engine.POSTGRESQL.open(Tables.SCHEMA, "pool=2");
        var victim = Engine.acquire(driver, Access.WRITE)) {
      victim.begin("", false);
      victim.execute(Sql.of("insert into users (username) values ('lost')"));
      long pid = Engine.number(victim, "select pg_backend_pid()");
      Engine.<Long>read(
          driver, link -> Engine.number(link, "select pg_terminate_backend(" + pid + ")::int"));
      assertThatThrownBy(victim::commit)
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("may have been committed or not");
    }
  }

  @Test
  void aCommitThatTheServerTurnsIntoARollbackIsAnError() {
    try (var driver = Engine.POSTGRESQL.open(Tables.SCHEMA, "");
        var link = Engine.acquire(driver, Access.WRITE)) {
      link.begin("", false);
      assertThatThrownBy(() -> link.execute(Sql.of("select 1/0")))
          .isInstanceOf(AmbixException.class);
      assertThatThrownBy(() -> link.execute(Sql.of("select 1")))
          .isInstanceOf(QueryFailed.class)
          .hasMessageContaining("aborted");
      assertThatThrownBy(link::commit)
          .isInstanceOf(QueryFailed.class)
          .hasMessageContaining("rolled back");
      link.begin("", false);
      link.execute(Sql.of("insert into users (username) values ('ann')"));
      link.commit();
    }
  }

  @Test
  void worksAgainAfterTheServerWasRestarted() throws Exception {
    var server = server(0);
    int port = server.getPort();
    var url = "postgresql://postgres@localhost:" + port + "/postgres?pool=4&pool_timeout=2s";
    try (var driver = Drivers.open(DriverSettings.parse(url), Tables.SCHEMA)) {
      Engine.write(
          driver,
          link ->
              driver.dialect().create(Tables.SCHEMA).forEach(text -> link.execute(Sql.of(text))));
      var acknowledged = new AtomicInteger();
      var failed = new Semaphore(0);
      var done = new Semaphore(0);
      var stop = new AtomicBoolean();
      var unexpected = new ArrayList<Throwable>();
      var clients =
          start(8, () -> insertUntil(stop, driver, acknowledged, done, failed, unexpected));
      done.acquire(200);
      server.close();
      failed.acquire(20);
      var again = server(port);
      done.drainPermits();
      done.acquire(200);
      stop.set(true);
      for (var client : clients) {
        client.join();
      }
      assertThat(unexpected).isEmpty();
      assertThat(
              Engine.<Long>read(driver, link -> Engine.number(link, "select count(*) from users")))
          .isGreaterThanOrEqualTo(acknowledged.get());
      again.close();
      assertThatThrownBy(() -> Engine.read(driver, link -> Engine.number(link, "select 1")))
          .isInstanceOf(DatabaseUnavailable.class);
    } finally {
      server.close();
    }
  }

  @Test
  void saysWhyItCannotConnect() {
    var url = Engine.POSTGRESQL.url("").replace("/postgres?", "/nowhere?");
    try (var driver = Drivers.open(DriverSettings.parse(url), Tables.SCHEMA)) {
      assertThatThrownBy(() -> Engine.acquire(driver, Access.READ))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageEndingWith(
              "the server has no database of this name (3D000). Create it, or correct the name.");
    }
    var refused = DriverSettings.parse("postgresql://ann:topsecret@localhost:1/x");
    try (var driver = Drivers.open(refused, Tables.SCHEMA)) {
      assertThatThrownBy(() -> Engine.acquire(driver, Access.READ))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("nothing listens at localhost:1 (08001). Start the server")
          .hasMessageNotContaining("topsecret")
          .hasStackTraceContaining("DatabaseUnavailable");
      assertThat(driver.statistics().active()).isZero();
    }
    var file = DriverSettings.parse("sqlite:/nowhere/at/all.db");
    try (var driver = Drivers.open(file, Tables.SCHEMA)) {
      assertThatThrownBy(() -> Engine.acquire(driver, Access.WRITE))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageEndingWith("The folder must exist and be writable.");
    }
    var unknown = DriverSettings.parse("postgresql://ann:topsecret@nowhere.invalid/x");
    try (var driver = Drivers.open(unknown, Tables.SCHEMA)) {
      assertThatThrownBy(() -> Engine.acquire(driver, Access.READ))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("the host of nowhere.invalid:5432 is unknown")
          .hasMessageNotContaining("topsecret");
    }
  }

  @Test
  void saysWhatIsWrongWithTheSignIn() throws IOException {
    server(0).close();
    Files.writeString(
        directory.resolve("pg_hba.conf"),
        "host all ann all scram-sha-256\nhost all all all trust\nlocal all all trust\n");
    try (var server = server(0)) {
      var at = "@localhost:" + server.getPort() + "/postgres";
      for (var user : List.of("ann:topsecret", "ann")) {
        var settings = DriverSettings.parse("postgresql://" + user + at);
        try (var driver = Drivers.open(settings, Tables.SCHEMA)) {
          assertThatThrownBy(() -> Engine.acquire(driver, Access.READ))
              .isInstanceOf(DatabaseUnavailable.class)
              .hasMessageContaining(
                  user.endsWith("topsecret")
                      ? "Correct the user or the password in the URL."
                      : "wants a password, and the URL has none")
              .hasMessageNotContaining("topsecret");
        }
      }
    }
  }

  @Test
  void saysThatAFileIsNoDatabase() throws IOException {
    var file = Files.writeString(directory.resolve("text.db"), "no database".repeat(100));
    try (var driver = Drivers.open(DriverSettings.parse("sqlite:" + file), Tables.SCHEMA)) {
      assertThatThrownBy(() -> Engine.acquire(driver, Access.WRITE))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("(SQLITE_NOTADB). The file is no SQLite database");
    }
  }

  @Test
  void aClosedDriverGivesNoConnections() {
    var driver = Engine.POSTGRESQL.open(Tables.SCHEMA, "");
    var link = Engine.acquire(driver, Access.READ);
    driver.close();
    assertThat(Engine.number(link, "select 7")).isEqualTo(7);
    link.close();
    assertThat(driver.statistics().idle()).isZero();
    assertThatThrownBy(() -> Engine.acquire(driver, Access.READ))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("[DatabaseClosed] database: it is closed; ");
  }

  private static void insertUntil(
      AtomicBoolean stop,
      Driver driver,
      AtomicInteger acknowledged,
      Semaphore done,
      Semaphore failed,
      List<Throwable> unexpected) {
    while (!stop.get()) {
      try {
        Engine.write(
            driver,
            link ->
                link.execute(
                    Sql.of(
                        "insert into users (username) values (substr(gen_random_uuid()::text, 1, 18))")));
        acknowledged.incrementAndGet();
        done.release();
      } catch (DatabaseUnavailable _) {
        failed.release();
      } catch (RuntimeException | Error e) {
        synchronized (unexpected) {
          unexpected.add(e);
        }
        return;
      }
    }
  }

  private static List<Thread> start(int count, Runnable work) {
    return Stream.generate(() -> Thread.ofVirtual().start(work)).limit(count).toList();
  }

  private EmbeddedPostgres server(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }
}
