package dev.ambix.jdbc;

import dev.ambix.dialect.Sql;
import dev.ambix.driver.Driver;
import dev.ambix.driver.Link;
import dev.ambix.schema.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The engines that tests run on.
enum Engine {
  SQLITE_MEMORY,
  SQLITE_FILE,
  POSTGRESQL;

  /// The server that all tests share; the JVM's end stops it.
  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  boolean isSqlite() {
    return this != POSTGRESQL;
  }

  /// A URL of a database, with these parameters (`a=b&c=d`).
  String url(String parameters) {
    return switch (this) {
      case SQLITE_MEMORY -> "sqlite::memory:?" + parameters;
      case SQLITE_FILE -> "sqlite:" + file() + "?" + parameters;
      case POSTGRESQL ->
          "postgresql://postgres@localhost:"
              + Server.INSTANCE.getPort()
              + "/postgres?"
              + parameters;
    };
  }

  /// A driver on a database that has just these tables, without rows.
  Driver open(Schema schema, String parameters) {
    var driver = Drivers.open(DriverSettings.parse(url(parameters)), schema);
    write(
        driver,
        link -> {
          driver.dialect().drop(schema).forEach(text -> link.execute(Sql.of(text)));
          driver.dialect().create(schema).forEach(text -> link.execute(Sql.of(text)));
        });
    return driver;
  }

  static Link acquire(Driver driver, Driver.Access access) {
    return driver.acquire(access, () -> "test on " + Thread.currentThread().getName());
  }

  static void write(Driver driver, Consumer<Link> work) {
    try (var link = acquire(driver, Driver.Access.WRITE)) {
      link.begin("", false);
      work.accept(link);
      link.commit();
    }
  }

  static <R> R read(Driver driver, Function<Link, R> work) {
    try (var link = acquire(driver, Driver.Access.READ)) {
      return work.apply(link);
    }
  }

  static long number(Link link, String text) {
    return link.query(
        Sql.of(text),
        rows -> {
          rows.next();
          return rows.getLong(0);
        });
  }

  static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static String file() {
    try {
      return Files.createTempDirectory("ambix").resolve("test.db").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
