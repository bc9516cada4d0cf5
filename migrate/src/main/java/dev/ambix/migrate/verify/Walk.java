package dev.ambix.migrate.verify;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.autogenerate.Autogenerate;
import dev.ambix.migrate.autogenerate.Ignored;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.autogenerate.Summary;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.run.Replay;
import dev.ambix.schema.Change;
import dev.ambix.schema.Diff;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Table;
import dev.ambix.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The way up and down on one engine. For one run.
final class Walk {
  private final History history;
  private final Scratch scratch;
  private final Map<String, List<String>> rows;
  private final Autogenerate catalog;
  private final Ignored ignored;
  private final Consumer<String> progress;
  private final List<String> problems = new ArrayList<>();

  Walk(
      History history,
      Scratch scratch,
      Map<String, List<String>> rows,
      Ignored ignored,
      Consumer<String> progress) {
    this.history = history;
    this.scratch = scratch;
    this.rows = rows;
    this.catalog = Autogenerate.in(scratch);
    this.ignored = ignored;
    this.progress = progress;
  }

  /// What is wrong.
  List<String> problems(Schema models) {
    try {
      walk(models);
    } catch (UsageException e) {
      problems.add(engine() + ": " + e.getMessage());
    }
    return List.copyOf(problems);
  }

  private void walk(Schema models) {
    try (var area = scratch.open()) {
      var connection = area.connection();
      var replay = Replay.on(connection, engine());
      var empty = catalog.read(connection);
      for (var revision : history.revisions()) {
        progress.accept(engine() + ": up, down and up " + revision.title());
        pair(connection, replay, revision);
      }
      if (!models.tables().isEmpty()) {
        var compared = catalog.ignoring(ignored);
        problems(
            "the models have what no revision makes",
            compared.changes(compared.read(connection), compared.created(models)));
      }
      progress.accept(engine() + ": down to base");
      back(replay);
      if (history.revisions().stream().allMatch(this::undoable)) {
        differences("it is left after the last downgrade", empty, catalog.read(connection));
      }
    } catch (SQLException e) {
      throw scratch.refused(e);
    }
  }

  private String engine() {
    return scratch.platform().name();
  }

  private boolean undoable(Revision revision) {
    return revision.section(Direction.DOWNGRADE, engine()).isPresent() || revision.merges();
  }

  /// Up, down, and up again.
  private void pair(Connection connection, Replay replay, Revision revision) throws SQLException {
    for (var statement : rows.getOrDefault(revision.id(), List.of())) {
      execute(connection, statement);
    }
    var before = catalog.read(connection);
    var counts = counts(connection, before);
    replay.run(revision, Direction.UPGRADE);
    var after = catalog.read(connection);
    lost(revision, counts, counts(connection, after));
    if (!undoable(revision)) {
      return;
    }
    replay.run(revision, Direction.DOWNGRADE);
    differences(revision.file() + ": its downgrade leaves", before, catalog.read(connection));
    replay.run(revision, Direction.UPGRADE);
    differences(revision.file() + ": a second upgrade leaves", after, catalog.read(connection));
  }

  /// All the way down, as far as it goes.
  private void back(Replay replay) {
    for (var revision : history.revisions().reversed()) {
      if (!undoable(revision)) {
        return;
      }
      replay.run(revision, Direction.DOWNGRADE);
    }
  }

  private void differences(String what, Schema expected, Schema got) {
    problems(what, Diff.between(expected, got));
  }

  private void problems(String what, List<Change> changes) {
    for (var change : changes) {
      problems.add(engine() + ": " + what + ": " + Summary.of(change));
    }
  }

  private void lost(Revision revision, Map<TableName, Long> before, Map<TableName, Long> after) {
    before.forEach((table, count) -> {
      if (after.getOrDefault(table, count) < count) {
        problems.add(
            engine()
                + ": "
                + revision.file()
                + ": rows of "
                + table
                + " do not survive it: "
                + count
                + " before, "
                + after.get(table)
                + " after");
      }
    });
  }

  private Map<TableName, Long> counts(Connection connection, Schema schema) throws SQLException {
    var counts = new LinkedHashMap<TableName, Long>();
    if (rows.isEmpty()) {
      return counts;
    }
    for (Table table : schema.tables()) {
      var name = table.id();
      var quoted =
          (name.namespace().isEmpty() ? "" : quote(name.namespace()) + ".") + quote(name.name());
      try (var statement = connection.createStatement();
          var found = statement.executeQuery("select count(*) from " + quoted)) {
        counts.put(name, found.next() ? found.getLong(1) : 0);
      }
    }
    return counts;
  }

  private static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
