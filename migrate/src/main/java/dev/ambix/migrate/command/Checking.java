package dev.ambix.migrate.command;

import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
          "Exit with 1 unless the files fit together, have one head, and are listed in the"
              + " index.")
  static final class Check implements Callable<Integer> {
    @Mixin private final Project project;

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
      } catch (dev.ambix.error.UsageException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
      return answer(project, problems);
    }
  }
}
