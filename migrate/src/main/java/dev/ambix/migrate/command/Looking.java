package dev.ambix.migrate.command;

import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.graph.Targets;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.run.Applied;
import dev.ambix.migrate.run.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands that only look.
final class Looking {
  private static final Pattern ASKS = Pattern.compile("(.*[:@])?(current|[+-]\\d).*");

  private Looking() {}

  /// What targets mean in a history. The database is asked only where they say where it is.
  static Targets targets(Project project, History history, String text) {
    return targets(project, history, asks(text));
  }

  static Targets targets(Project project, History history, boolean asks) {
    return Targets.of(history, asks ? applied(project) : Set.of());
  }

  static boolean asks(String text) {
    return ASKS.matcher(text).matches();
  }

  private static Set<String> applied(Project project) {
    return project.migrations().status().applied();
  }

  @Command(name = "current", description = "Show where the database is.")
  static final class Current implements Callable<Integer> {
    @Mixin private final Project project;

    @Option(
        names = {"-v", "--verbose"},
        description = "Show all that was applied, and when.")
    private boolean verbose;

    @Option(names = "--check", description = "Exit with 1 unless it has all revisions.")
    private boolean check;

    Current(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      var history = project.history();
      var status = project.migrations().status();
      if (project.json()) {
        project.console().print(Json.write(json(status)));
      } else {
        print(status);
        if (!verbose) {
          Listing.of(project, history).print(history.heads(status.applied()), false);
        }
      }
      return check && !(status.current() && status.edited().isEmpty()) ? Ambix.NO : 0;
    }

    private static Object json(Status status) {
      return Json.object(
          "applied", status.rows().stream().map(Current::row).toList(),
          "missing", status.missing().stream().map(Revision::id).toList(),
          "unknown", status.unknown().stream().map(Applied::id).toList(),
          "edited", status.edited().stream().map(Revision::file).toList(),
          "current", status.current());
    }

    private static Object row(Applied row) {
      return Json.object(
          "revision",
          row.id(),
          "message",
          row.message(),
          "at",
          row.at(),
          "millis",
          row.millis(),
          "state",
          row.state(),
          "steps",
          row.done());
    }

    private void print(Status status) {
      var console = project.console();
      if (verbose) {
        status
            .rows()
            .forEach(it ->
                console.print(
                    it.id() + "  " + it.message() + "  " + it.at() + ", " + it.millis() + " ms"));
      }
      if (status.rows().isEmpty()) {
        console.print("base");
      }
      status
          .half()
          .forEach(it ->
              console.print(
                  it.id() + " is half done: " + it.state() + ", " + it.done() + " steps"));
      status.unknown().forEach(it -> console.print(it.id() + " is known to no file"));
      status.edited().forEach(it -> console.print(it.file() + " was changed after it was applied"));
      if (!status.missing().isEmpty()) {
        console.say(status.missing().size() + " behind; run `ambix upgrade heads`");
      }
    }
  }

  @Command(name = "heads", description = "Show the revisions that nothing follows.")
  static final class Heads implements Callable<Integer> {
    @Mixin private final Project project;

    @Option(
        names = {"-v", "--verbose"},
        description = "Show more.")
    private boolean verbose;

    Heads(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      var history = project.history();
      Listing.of(project, history).print(history.heads(), verbose);
      return 0;
    }
  }

  @Ambix.TakesSteps
  @Command(name = "history", description = "Show the revisions, the newest first.")
  static final class HistoryCommand implements Callable<Integer> {
    @Mixin private final Project project;

    @Parameters(
        index = "0",
        arity = "0..1",
        paramLabel = "RANGE",
        defaultValue = ":",
        description = "From and to, such as -3:current or aaa: (all).")
    private String range = ":";

    @Option(
        names = {"-v", "--verbose"},
        description = "Show more.")
    private boolean verbose;

    @Option(
        names = {"-i", "--applied"},
        description = "Show which of them the database has.")
    private boolean ask;

    HistoryCommand(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      var history = project.history();
      var found = targets(project, history, range).range(range);
      var applied = ask ? Optional.of(applied(project)) : Optional.<Set<String>>empty();
      new Listing(project, history, applied).print(found.reversed(), verbose);
      return 0;
    }
  }

  @Command(name = "branches", description = "Show where branches leave, and their first revisions.")
  static final class Branches implements Callable<Integer> {
    @Mixin private final Project project;

    Branches(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      var history = project.history();
      var listing = Listing.of(project, history);
      if (project.json()) {
        listing.print(history.branchPoints(), false);
        return 0;
      }
      for (var point : history.branchPoints()) {
        listing.print(List.of(point), false);
        for (var follower : history.followers(point.id())) {
          project.console().print("  -> " + history.find(follower).map(Revision::title).orElse(""));
        }
      }
      return 0;
    }
  }

  @Ambix.TakesSteps
  @Command(name = "show", description = "Show a revision and its file.")
  static final class Show implements Callable<Integer> {
    @Mixin private final Project project;

    @Parameters(
        index = "0",
        arity = "0..1",
        paramLabel = "TARGET",
        defaultValue = "head",
        description = "Which (head).")
    private String target = "head";

    Show(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() throws IOException {
      var history = project.history();
      var found = targets(project, history, target).named(target);
      Listing.of(project, history).print(found, true);
      if (!project.json()) {
        for (var revision : found) {
          project.console().out().print(Files.readString(Path.of(revision.file())));
        }
      }
      return 0;
    }
  }
}
