package dev.ambix.migrate.run;

import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.RevisionParser;
import dev.ambix.session.Database;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A database and histories for it, for tests.
final class Lab {
  private final String url;

  Lab(String url) {
    this.url = url;
  }

  static RunSettings settings() {
    return RunSettings.defaults().waiting(Duration.ofSeconds(20)).locks(Duration.ofMillis(300), 3);
  }

  /// A line of revisions with these sections, which have the ids aaaaaaaaaaaa, bbbbbbbbbbbb and so
  /// on, and the files a.sql, b.sql.
  static History line(String... sections) {
    var revisions = new ArrayList<Revision>();
    for (int i = 0; i < sections.length; i++) {
      var parents = i == 0 ? "" : "-- parents: " + id(i - 1) + "\n";
      revisions.add(
          RevisionParser.parse(
              (char) ('a' + i) + ".sql",
              "-- revision: "
                  + id(i)
                  + "\n"
                  + parents
                  + "-- message: step "
                  + i
                  + "\n"
                  + sections[i]));
    }
    return History.of(revisions);
  }

  static String id(int index) {
    return String.valueOf((char) ('a' + index)).repeat(12);
  }

  Runner runner(History history) {
    return runner(history, settings(), RunListener.none());
  }

  Runner runner(History history, RunSettings settings, RunListener listener) {
    return Runner.of(url, history, settings, listener);
  }

  static Stream<String> letters(List<Revision> revisions) {
    return revisions.stream().map(it -> it.file().substring(0, 1));
  }

  void execute(String... statements) {
    jdbc(statement -> {
      for (var sql : statements) {
        statement.execute(sql);
      }
      return "";
    });
  }

  /// The values of the first column.
  List<String> values(String sql) {
    return jdbc(statement -> {
      var found = new ArrayList<String>();
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    });
  }

  boolean has(String table) {
    return new Lab(url).status(table);
  }

  private boolean status(String table) {
    try {
      values("select count(*) from " + table);
      return true;
    } catch (dev.ambix.error.QueryFailed _) {
      return false;
    }
  }

  private <T> T jdbc(Work<T> work) {
    try (var database = Database.builder(url).mappings(List.of()).open()) {
      return database.writeReturning(session ->
          session.jdbc(connection -> {
            try (var statement = connection.createStatement()) {
              return work.run(statement);
            }
          }));
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T run(Statement statement) throws java.sql.SQLException;
  }
}
