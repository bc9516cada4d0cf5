package dev.ambix.migrate.measure;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.run.Replay;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Runs revisions in a throw-away database, as the runner would, and looks at what each statement
/// of their upgrades does. Immutable; safe for any thread.
///
/// The tables are empty, and what is seen does not depend on their rows: PostgreSQL takes the same
/// locks, writes the same tables anew and reads the same ones whole. Only `UPDATE` and `DELETE` may
/// find another way to their rows where there are many.
public final class Measure {
  private final History history;
  private final Scratch scratch;

  private Measure(History history, Scratch scratch) {
    this.history = history;
    this.scratch = scratch;
  }

  /// Measures revisions of a history in a throw-away database from here.
  public static Measure of(History history, Scratch scratch) {
    return new Measure(history, scratch);
  }

  /// What these revisions do, statement by statement. What they need runs before them.
  ///
  /// @param applied the ids of what else runs before them: what the database has
  /// @throws UsageException `RevisionFailed` with file, line and statement; `ScratchFailed`
  public List<Measured> run(Collection<Revision> revisions, Collection<String> applied) {
    var measured = revisions.stream().map(Revision::id).collect(Collectors.toSet());
    var wanted = new HashSet<>(history.withNeeds(measured));
    wanted.addAll(applied);
    var found = new ArrayList<Measured>();
    try (var area = scratch.open()) {
      var replay = Replay.on(area.connection(), engine());
      for (var revision : history.revisions()) {
        if (measured.contains(revision.id())) {
          var meter = meter(area);
          replay.around(meter).run(revision, Direction.UPGRADE);
          found.addAll(meter.measured());
        } else if (wanted.contains(revision.id())) {
          replay.run(revision, Direction.UPGRADE);
        }
      }
    } catch (SQLException e) {
      throw scratch.refused(e);
    }
    return List.copyOf(found);
  }

  private String engine() {
    return scratch.platform().name();
  }

  private Meter meter(Scratch.Area area) throws SQLException {
    return engine().equals("sqlite") ? SqliteMeter.of(area.connection()) : PostgresMeter.of(area);
  }
}
