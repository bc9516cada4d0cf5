package dev.ambix.migrate.run;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.graph.Plan;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Step;
import java.util.List;

/// Writes a plan as one SQL script for an engine, to be run by somebody else.
public final class Script {
  private final String engine;
  private final TableText table;
  private final StringBuilder text = new StringBuilder();
  private boolean inTransaction;

  private Script(String engine, RunSettings settings) {
    this.engine = engine;
    this.table = TableText.of(engine, settings);
  }

  /// The script.
  ///
  /// @param engine `sqlite` or `postgresql`
  /// @throws UsageException `OfflineJava` when a revision runs Java
  public static String of(Plan plan, String engine, RunSettings settings) {
    var script = new Script(engine, settings);
    script.statements(script.table.creation());
    plan.steps().forEach(it -> script.revision(it, plan.direction()));
    return script.text.toString();
  }

  private void revision(Revision revision, Direction direction) {
    var section = Runner.section(revision, direction, engine);
    text.append("\n-- ").append(direction.word()).append(' ').append(revision.title()).append('\n');
    if (section.foreignKeysOff()) {
      line("pragma foreign_keys = off");
    }
    for (var step : section.steps()) {
      write(revision, step);
    }
    transaction(true);
    if (section.foreignKeysOff()) {
      text.append("-- it must give no rows\n");
      line("pragma foreign_key_check");
    }
    line(table.note(revision, direction));
    transaction(false);
    if (section.foreignKeysOff()) {
      line("pragma foreign_keys = on");
    }
  }

  private void write(Revision revision, Step step) {
    switch (step) {
      case Step.Sql sql -> {
        transaction(!sql.outside());
        line(sql.text());
      }
      case Step.Java java ->
          throw new UsageException(
              "OfflineJava",
              revision.file()
                  + ":"
                  + java.line()
                  + ": a script cannot run Java; got "
                  + java.className()
                  + ", expected SQL. Upgrade with a connection.");
    }
  }

  private void transaction(boolean open) {
    if (open != inTransaction) {
      line(open ? "begin" : "commit");
      inTransaction = open;
    }
  }

  private void statements(List<String> all) {
    all.forEach(this::line);
  }

  private void line(String statement) {
    text.append(statement).append(";\n");
  }
}
