package dev.ambix.migrate.measure;

import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Step;
import dev.ambix.migrate.run.Replay;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Looks at where the tables begin: one that has its name but another first page was made anew.
final class SqliteMeter implements Meter {
  private final Connection connection;
  private final Map<String, Long> existing;
  private final List<Measured> measured = new ArrayList<>();

  private SqliteMeter(Connection connection, Map<String, Long> existing) {
    this.connection = connection;
    this.existing = existing;
  }

  static SqliteMeter of(Connection connection) throws SQLException {
    return new SqliteMeter(connection, tables(connection));
  }

  @Override
  public List<Measured> measured() {
    return List.copyOf(measured);
  }

  @Override
  public void step(Revision revision, Step step, Replay.Work work) throws SQLException {
    var before = tables(connection);
    work.run();
    var effects = new ArrayList<Effect>();
    tables(connection)
        .forEach((table, page) -> {
          if (existing.containsKey(table) && !Objects.equals(before.get(table), page)) {
            effects.add(new Effect(table, Optional.empty(), true, false));
          }
        });
    measured.add(new Measured("sqlite", revision.file(), step.line(), step.summary(), effects));
  }

  private static Map<String, Long> tables(Connection connection) throws SQLException {
    var tables = new TreeMap<String, Long>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select name, rootpage from sqlite_schema where type = 'table' and name not like"
                    + " 'sqlite\\_%' escape '\\'")) {
      while (rows.next()) {
        tables.put(rows.getString(1), rows.getLong(2));
      }
    }
    return tables;
  }
}
