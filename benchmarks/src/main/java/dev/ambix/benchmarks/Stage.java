package dev.ambix.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ambix.benchmarks.peer.AmbixPeer;
import dev.ambix.benchmarks.peer.JdbcPeer;
import dev.ambix.benchmarks.peer.Sample;
import dev.ambix.benchmarks.peer.Shelf;
import dev.ambix.session.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// An engine with the tables that all contestants use, and the pool of connections of those that
/// have none of their own. All connect with the same settings: on SQLite a file with a write-ahead
/// log, on PostgreSQL statements that are prepared at once.
public final class Stage implements AutoCloseable {
  /// The system property that tells a measuring JVM where the server is: `127.0.0.1:5432/test_1`.
  static final String SERVER = "bench.postgresql";

  private static final int CONNECTIONS = 4;

  private final Engine engine;
  private final @Nullable Path folder;
  private final String ambixUrl;
  private final HikariDataSource source;

  private Stage(Engine engine, @Nullable Path folder, String ambixUrl, String jdbcUrl) {
    this.engine = engine;
    this.folder = folder;
    this.ambixUrl = ambixUrl;
    var settings = new HikariConfig();
    settings.setJdbcUrl(jdbcUrl);
    settings.setMaximumPoolSize(CONNECTIONS);
    this.source = new HikariDataSource(settings);
  }

  /// Makes empty tables, in place of those that are there.
  public static Stage open(Engine engine) {
    var stage =
        switch (engine) {
          case SQLITE -> sqlite();
          case POSTGRESQL -> postgresql(System.getProperty(SERVER, ""));
        };
    try (var database = Database.builder(stage.ambixUrl).mappings(AmbixPeer.MAPPINGS).open()) {
      database.dropAll();
      database.createAll();
    }
    return stage;
  }

  private static Stage sqlite() {
    try {
      var folder = Files.createTempDirectory(place(), "ambix-bench-");
      var file = folder.resolve("customers.db").toString();
      return new Stage(
          Engine.SQLITE,
          folder,
          "sqlite:" + file + "?pool=" + CONNECTIONS,
          "jdbc:sqlite:" + file + "?journal_mode=wal&synchronous=normal&foreign_keys=on");
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /// In memory where the system has a place for that, so that no disk is measured.
  private static Path place() {
    var memory = Path.of("/dev/shm");
    return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static Stage postgresql(String server) {
    if (server.isEmpty()) {
      throw new IllegalStateException("no PostgreSQL: expected the property " + SERVER);
    }
    return new Stage(
        Engine.POSTGRESQL,
        null,
        "postgresql://postgres@" + server + "?pool=" + CONNECTIONS,
        "jdbc:postgresql://" + server + "?user=postgres&prepareThreshold=1");
  }

  Engine engine() {
    return engine;
  }

  String ambixUrl() {
    return ambixUrl;
  }

  DataSource source() {
    return source;
  }

  /// Inserts customers, numbered from 1.
  void fill(int rows) {
    if (rows > 0) {
      var peer = new JdbcPeer(source, engine);
      peer.insert(rows);
      peer.close();
    }
    if (engine == Engine.POSTGRESQL) {
      execute("vacuum analyze " + Sample.TABLE);
    }
  }

  /// Inserts books with their writers, numbered from 1.
  void fillShelf(int books) {
    try (var connection = source.getConnection()) {
      Shelf.fill(connection, books);
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
    if (engine == Engine.POSTGRESQL) {
      execute("vacuum analyze " + Shelf.WRITERS);
      execute("vacuum analyze " + Shelf.BOOKS);
    }
  }

  /// Removes all customers.
  void clear() {
    execute((engine == Engine.SQLITE ? "delete from " : "truncate table ") + Sample.TABLE);
  }

  private void execute(String sql) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException error) {
      throw new IllegalStateException(sql, error);
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
    if (folder != null) {
      try (var files = Files.list(folder)) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
