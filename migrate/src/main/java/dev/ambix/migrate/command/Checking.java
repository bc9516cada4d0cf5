package dev.ambix.migrate.command;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.graph.Targets;
import dev.ambix.migrate.lint.Finding;
import dev.ambix.migrate.lint.Lint;
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
import picocli.CommandLine.Parameters;

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
              .ignoring(project.ignored().names().toArray(String[]::new));
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

  @Ambix.TakesSteps
  @Command(
      name = "lint",
      description =
          "Say what would hurt in revisions, without a database; exit with 1 when there is"
              + " something. docs/lint.md explains the rules.")
  static final class LintCommand implements Callable<Integer> {
    @Mixin private final Project project;

    @Parameters(
        index = "0",
        arity = "0..1",
        paramLabel = "RANGE",
        defaultValue = ":",
        description = "Which revisions (all).")
    private String range = ":";

    LintCommand(Project project) {
      this.project = project;
    }

    @Override
    public Integer call() {
      var history = project.history();
      var revisions = Targets.of(history, List.of()).range(range, true);
      var findings = Lint.of(history, project.engines()).findings(revisions);
      if (!project.json()) {
        return answer(project, findings.stream().map(Finding::text).toList());
      }
      project.console().print(Json.write(findings.stream().map(LintCommand::json).toList()));
      return findings.isEmpty() ? 0 : Ambix.NO;
    }

    private static Object json(Finding it) {
      return Json.object(
          "rule",
          it.rule(),
          "file",
          it.file(),
          "line",
          it.line(),
          "subject",
          it.subject(),
          "problem",
          it.rule().problem(),
          "fix",
          it.rule().fix());
    }
  }
}
