package dev.ambix.migrate.verify;

import dev.ambix.driver.Driver;
import dev.ambix.jdbc.DriverSettings;
import dev.ambix.jdbc.Drivers;
import dev.ambix.migrate.autogenerate.Autogenerate;
import dev.ambix.migrate.autogenerate.Ignored;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.autogenerate.Summary;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.graph.Plan;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.run.Replay;
import dev.ambix.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/// Compares a database that is in use with what its revisions would have made.
public final class Drift {
  private Drift() {}

  /// What was done to the database beside its revisions, one line each.
  ///
  /// @param url the database; it is only read
  /// @param applied the ids of the revisions that it has
  /// @param scratch throw-away databases of the same engine
  /// @param ignored what is passed over, with the table that remembers revisions
  public static List<String> of(
      String url, History history, Set<String> applied, Scratch scratch, Ignored ignored) {
    var catalog = Autogenerate.in(scratch).ignoring(ignored);
    var revisions = history.revisions().stream().filter(it -> applied.contains(it.id())).toList();
    try (var area = scratch.open()) {
      Replay.on(area.connection(), scratch.platform().name())
          .run(new Plan(Direction.UPGRADE, revisions));
      return catalog.changes(catalog.read(area.connection()), live(url, catalog)).stream()
          .map(Summary::of)
          .toList();
    } catch (SQLException e) {
      throw scratch.refused(e);
    }
  }

  private static Schema live(String url, Autogenerate catalog) throws SQLException {
    try (var driver = Drivers.open(DriverSettings.parse(url), new Schema(List.of()));
        var link = driver.acquire(Driver.Access.READ, () -> "drift")) {
      return catalog.read(link.jdbc());
    }
  }
}
