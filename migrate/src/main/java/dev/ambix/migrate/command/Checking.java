package dev.ambix.migrate.command;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.models.Models;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Revisions;
import dev.ambix.migrate.verify.Drift;
import dev.ambix.migrate.verify.Verify;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The commands that answer yes or no, for CI.
final class Checking {
  private Checking() {}

  /// Prints what was found, and gives the exit code.
  static int answer(Project project, List<String> problems) {
    if (project.json()) {
      project.console().print(Json.write(Json.object("problems", problems)));
    } else {
      problems.forEach(it -> project.console().print(it));
      if (problems.isEmpty()) {
        project.console().print("ok");
      }
    }
    return problems.isEmpty() ? 0 : Ambix.NO;
  }

  @Command(
      name = "check",
      description =
          "Exit with 1 unless the files fit together, have one head, are listed in the index, and"
              + " make what the models have.")
  static final class Check implements Callable<Integer> {
    @Mixin private final Project project;

    @Option(names = "--files-only", description = "Leave the models out.")
    private boolean filesOnly;

    Check(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      var problems = new ArrayList<String>();
      try {
        var heads = project.history().heads();
        if (heads.size() > 1) {
          problems.add(
              heads.size()
                  + " heads: "
                  + String.join(", ", heads.stream().map(Revision::title).toList())
                  + ". Run `ambix merge`.");
        }
        Revisions.requireIndex(project.folder().path());
        if (!filesOnly) {
          problems.addAll(models());
        }
      } catch (UsageException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
      return answer(project, problems);
    }

    /// A class path without entities has nothing to compare with.
    private List<String> models() {
      var models = Models.classPath();
      if (models.schema().tables().isEmpty()) {
        project
            .console()
            .say("there are no entities on the class path: the files alone were looked at");
        return List.of();
      }
      var changes = project.comparison(models).drafts().changes();
      var problems = new ArrayList<String>();
      if (!changes.isEmpty()) {
        problems.add("The models have what no revision makes. Run `" + RevisionCommand.LINE + "`.");
        problems.addAll(changes);
      }
      return problems;
    }
  }

  @Command(
      name = "verify",
      description =
          "Run all revisions up, down and up again in throw-away databases, and compare"
              + " with the models; exit with 1 when something is wrong.")
  static final class VerifyCommand implements Callable<Integer> {
    @Mixin private final Project project;

    VerifyCommand(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      var verify =
          Verify.of(project.history(), Models.classPath().schema())
              .ignoring(project.ignored().names().toArray(String[]::new))
              .telling(project.console()::progress);
      for (var scratch : project.scratches()) {
        verify = verify.in(scratch);
      }
      return answer(project, verify.problems());
    }
  }

  @Command(
      name = "drift",
      description =
          "Compare the database with what its revisions would have made; exit with 1 when"
              + " they differ.")
  static final class DriftCommand implements Callable<Integer> {
    @Mixin private final Project project;

    DriftCommand(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      return answer(
          project,
          Drift.of(
              project.url(),
              project.history(),
              project.migrations().status().applied(),
              project.scratch(project.engine()),
              project.ignored()));
    }
  }
}
