package dev.ambix.migrate.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.migrate.ddl.Script;
import dev.ambix.schema.Diff;
import dev.ambix.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Runs a case on an engine: generate, upgrade, generate again, downgrade.
final class CaseRun {
  private final Scratch scratch;
  private final Autogenerate autogenerate;

  CaseRun(Scratch scratch) {
    this.scratch = scratch;
    this.autogenerate = Autogenerate.in(scratch);
  }

  /// What is generated, after all has been checked.
  Draft run(Case it) throws SQLException {
    var after = catalog(it.after());
    try (var area = scratch.open()) {
      var database = area.connection();
      execute(database, Case.split(it.before()));
      var begin = autogenerate.read(database);
      boolean filled = !it.empty() && fill(database);
      var draft = autogenerate.compare(database, after, List.of());
      execute(database, draft.upgrade());
      assertThat(autogenerate.compare(database, after, List.of()).changes())
          .as("a second time, after %s", texts(draft.upgrade()))
          .isEmpty();
      if (filled && !it.after().isEmpty()) {
        assertThat(count(database)).as("rows after %s", texts(draft.upgrade())).isEqualTo(1);
      }
      execute(database, draft.downgrade());
      assertThat(Diff.between(begin, autogenerate.read(database)))
          .as("before it all, after %s", texts(draft.downgrade()))
          .isEmpty();
      return draft;
    }
  }

  private Schema catalog(String sql) throws SQLException {
    try (var area = scratch.open()) {
      execute(area.connection(), Case.split(sql));
      return autogenerate.read(area.connection());
    }
  }

  /// Puts a row into the table, where it takes one that has a key alone.
  private static boolean fill(Connection connection) {
    try (var statement = connection.createStatement()) {
      return statement.executeUpdate("insert into t (id) values (1)") == 1;
    } catch (SQLException _) {
      return false;
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from t")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /// Runs a script as its runner does.
  static void execute(Connection connection, Script script) throws SQLException {
    if (script.foreignKeysOff()) {
      execute(connection, List.of("pragma foreign_keys = off"));
    }
    boolean whole = script.statements().stream().noneMatch(Script.Statement::outside);
    connection.setAutoCommit(!whole);
    execute(connection, texts(script));
    if (script.foreignKeysOff()) {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("pragma foreign_key_check")) {
        assertThat(rows.next()).as("orphans").isFalse();
      }
    }
    if (whole) {
      connection.commit();
      connection.setAutoCommit(true);
    }
    if (script.foreignKeysOff()) {
      execute(connection, List.of("pragma foreign_keys = on"));
    }
  }

  static List<String> texts(Script script) {
    return script.statements().stream().map(Script.Statement::sql).toList();
  }

  static void execute(Connection connection, List<String> statements) throws SQLException {
    for (var sql : statements) {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new SQLException(sql + ": " + e.getMessage(), e);
      }
    }
  }
}
