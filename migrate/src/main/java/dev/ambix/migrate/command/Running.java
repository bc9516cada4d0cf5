package dev.ambix.migrate.command;

import dev.ambix.migrate.graph.Plan;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.run.Script;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands that change a database, or say how.
final class Running {
  private Running() {}

  @Ambix.TakesSteps
  @Command(name = "upgrade", description = "Run what the database lacks of a target.")
  static final class Upgrade implements Callable<Integer> {
    @Mixin private final Project project;

    @Parameters(
        index = "0",
        arity = "0..1",
        paramLabel = "TARGET",
        defaultValue = "head",
        description = "Where to go (head).")
    private String target = "head";

    Upgrade(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      Listing.done(project, "upgraded", project.migrations().upgrade(target));
      return 0;
    }
  }

  @Ambix.TakesSteps
  @Command(name = "downgrade", description = "Undo what the database has beyond a target.")
  static final class Downgrade implements Callable<Integer> {
    @Mixin private final Project project;

    @Parameters(index = "0", paramLabel = "TARGET", description = "Where to go: base for nothing.")
    private String target = "";

    Downgrade(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      Listing.done(project, "undone", project.migrations().downgrade(target));
      return 0;
    }
  }

  @Ambix.TakesSteps
  @Command(
      name = "stamp",
      description =
          "Write down that the database is at a target, and run nothing. `stamp current`"
              + " accepts files that were changed.")
  static final class Stamp implements Callable<Integer> {
    @Mixin private final Project project;

    @Parameters(index = "0", paramLabel = "TARGET", description = "Where it is.")
    private String target = "";

    @Option(names = "--purge", description = "Forget first all that the database remembers.")
    private boolean purge;

    Stamp(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      var ids = project.migrations().stamp(target, purge);
      project
          .console()
          .print(
              project.json()
                  ? Json.write(Json.object("applied", ids))
                  : "the database counts as having " + Listing.count(ids.size()));
      return 0;
    }
  }

  @Ambix.TakesSteps
  @Command(
      name = "sql",
      description =
          "Print the script of a range a:b (base:heads) without a database, which is asked only"
              + " for `current` and steps from there. Where b lies below a, it goes down.")
  static final class Sql implements Callable<Integer> {
    @Mixin private final Project project;

    @Parameters(
        index = "0",
        arity = "0..1",
        paramLabel = "RANGE",
        defaultValue = "base:heads",
        description = "From and to (base:heads).")
    private String range = "";

    @Option(
        names = "--engine",
        paramLabel = "NAME",
        description = "${COMPLETION-CANDIDATES} (that of the URL).")
    private @Nullable Engine engine;

    Sql(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      var name = engine == null ? project.engine() : engine.name();
      var plan = plan();
      var script = Script.of(plan, name, project.settings());
      if (project.json()) {
        project.console().print(Json.write(json(name, plan, script)));
      } else {
        project.console().out().print(script);
      }
      return 0;
    }

    private static Object json(String engine, Plan plan, String script) {
      return Json.object(
          "engine",
          engine,
          "direction",
          plan.direction().word(),
          "revisions",
          plan.steps().stream().map(Revision::id).toList(),
          "script",
          script);
    }

    private Plan plan() {
      int colon = range.indexOf(':');
      var from = colon <= 0 ? "base" : range.substring(0, colon);
      var to = range.substring(colon + 1);
      boolean asks = Looking.asks(from) || to.contains("current");
      return Looking.targets(project, project.history(), asks)
          .between(from, to.isEmpty() ? "heads" : to);
    }
  }
}
