package dev.ambix.migrate.run;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.graph.Plan;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Section;
import dev.ambix.migrate.revision.Step;
import java.sql.Connection;
import java.sql.SQLException;

/// Runs revisions in a throw-away database: nothing is remembered, and nobody has to wait.
/// Transactions begin and end where those of [Runner] do.
public final class Replay {
  private final Connection connection;
  private final String engine;
  private final Around around;

  private Replay(Connection connection, String engine, Around around) {
    this.connection = connection;
    this.engine = engine;
    this.around = around;
  }

  /// Stands around each step, to look at what it does.
  @FunctionalInterface
  public interface Around {
    /// Runs a step.
    ///
    /// @param work runs it; it may be run again when it has failed and was rolled back
    void step(Revision revision, Step step, Work work) throws SQLException;
  }

  /// Runs a step.
  @FunctionalInterface
  public interface Work {
    /// Runs it, on the connection of the replay.
    void run() throws SQLException;
  }

  /// Replays on a connection in autocommit, for one thread.
  ///
  /// @param engine `sqlite` or `postgresql`
  public static Replay on(Connection connection, String engine) {
    return new Replay(connection, engine, (_, _, work) -> work.run());
  }

  /// The same with somebody around each step.
  public Replay around(Around other) {
    return new Replay(connection, engine, other);
  }

  /// Runs a plan.
  ///
  /// @throws UsageException `RevisionFailed` with file, line and statement
  public void run(Plan plan) {
    plan.steps().forEach(it -> run(it, plan.direction()));
  }

  /// Runs a revision in one direction.
  ///
  /// @throws UsageException `RevisionFailed` with file, line and statement
  public void run(Revision revision, Direction direction) {
    var section = Runner.section(revision, direction, engine);
    foreignKeys(!section.foreignKeysOff());
    boolean open = false;
    for (var step : section.steps()) {
      open = transaction(open, !step.outside());
      try {
        around.step(revision, step, () -> execute(revision, step));
      } catch (SQLException e) {
        throw failed(revision, section, step, e);
      }
    }
    transaction(open, false);
    foreignKeys(true);
  }

  private boolean transaction(boolean open, boolean wanted) {
    if (open != wanted) {
      control(wanted ? "begin" : "commit");
    }
    return wanted;
  }

  private void execute(Revision revision, Step step) throws SQLException {
    switch (step) {
      case Step.Java java -> JavaStep.run(java, revision, connection);
      case Step.Sql sql -> {
        try (var statement = connection.createStatement()) {
          if (engine.equals("postgresql")) {
            statement.setEscapeProcessing(false);
          }
          statement.execute(sql.text());
        }
      }
    }
  }

  private void foreignKeys(boolean on) {
    if (engine.equals("sqlite")) {
      control("pragma foreign_keys = " + (on ? "on" : "off"));
    }
  }

  private void control(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /// There are no rows here but those of the revisions themselves, so the engine's words may stand.
  private static UsageException failed(
      Revision revision, Section section, Step step, SQLException error) {
    var words = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    return new UsageException(
        "RevisionFailed",
        revision.file()
            + ":"
            + step.line()
            + ": `"
            + step.summary()
            + "` failed in an empty database, on the "
            + section.direction().word()
            + "; got "
            + words
            + ", expected it to run. Correct the statement.",
        error);
  }
}
