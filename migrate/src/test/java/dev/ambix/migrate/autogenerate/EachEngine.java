package dev.ambix.migrate.autogenerate;

import dev.ambix.testing.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Runs a check in an empty database of each engine, one after the other.
final class EachEngine {
  /// What is checked.
  interface Check {
    void run(Scratch scratch, Connection database) throws SQLException;
  }

  private EachEngine() {}

  static void check(PostgresServer server, Check check) throws SQLException {
    var scratches = List.of(Scratch.sqlite(), Scratch.postgresql(server.url("postgres")));
    for (var scratch : scratches) {
      try (var area = scratch.open()) {
        check.run(scratch, area.connection());
      }
    }
  }

  static void execute(Connection connection, String... statements) throws SQLException {
    CaseRun.execute(connection, List.of(statements));
  }

  /// The rows of a query, their columns joined by commas.
  static List<String> rows(Connection connection, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      int count = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var row = new StringBuilder();
        for (int i = 1; i <= count; i++) {
          row.append(i == 1 ? "" : ",").append(rows.getString(i));
        }
        found.add(row.toString());
      }
    }
    return found;
  }
}
