package dev.ambix.migrate.command;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.RevisionFolder;
import dev.ambix.migrate.models.Comparison;
import dev.ambix.migrate.models.ModelDrafts;
import dev.ambix.migrate.models.Models;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes a revision.
@Command(name = "revision", description = "Write a revision.")
final class RevisionCommand implements Callable<Integer> {
  /// What writes what the models have and no revision makes.
  static final String LINE = "ambix revision --autogenerate -m \"…\"";

  @Mixin private final Project project;

  @Option(
      names = {"-m", "--message"},
      required = true,
      paramLabel = "TEXT",
      description = "What it is about.")
  private String message = "";

  @Option(
      names = "--head",
      paramLabel = "TARGET",
      description = "What it follows (head); base for nothing.")
  private List<String> heads = new ArrayList<>();

  @Option(names = "--splice", description = "Follow one that others follow already.")
  private boolean splice;

  @Option(names = "--branch-label", paramLabel = "NAME", description = "A name for its branch.")
  private List<String> labels = new ArrayList<>();

  @Option(
      names = "--depends-on",
      paramLabel = "TARGET",
      description = "One that must be applied before it.")
  private List<String> dependsOn = new ArrayList<>();

  @Option(names = "--rev-id", paramLabel = "ID", description = "Its id (by chance).")
  private @Nullable String id;

  @Option(
      names = "--autogenerate",
      description = "Write what the models have and no revision makes.")
  private boolean autogenerate;

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description =
          "A new name: users=people, users.name=users.full_name. Without it, it is asked for.")
  private List<String> renames = new ArrayList<>();

  @Option(names = "--allow-drop", description = "Drop tables and columns that no model has.")
  private boolean allowDrop;

  @Option(
      names = "--against",
      paramLabel = "URL",
      description =
          "Compare with this database, which is only read, in place of the revisions on its engine.")
  private @Nullable String against;

  @Option(
      names = "--safe",
      description =
          "Write for PostgreSQL what locks no table for long: indexes CONCURRENTLY,"
              + " constraints NOT VALID first.")
  private boolean safe;

  RevisionCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    var request =
        new RevisionFolder.Request(
            message,
            heads.isEmpty() ? List.of("head") : heads,
            splice,
            labels,
            dependsOn,
            Optional.ofNullable(id),
            List.of());
    if (!autogenerate) {
      return write(request);
    }
    var different = new LinkedHashSet<String>();
    var drafts = clear(comparison(), different);
    if (drafts.isEmpty()) {
      project.console().print("nothing to write: the revisions make what the models have");
      return 0;
    }
    drafts.requireClear(allowDrop, different, line());
    drafts.changes().forEach(it -> project.console().say(it));
    return write(request.with(drafts.parts(safe)));
  }

  private Comparison comparison() {
    var models = Models.classPath();
    if (models.schema().tables().isEmpty()) {
      throw new UsageException(
          "ModelsMissing",
          "revision: got no entity on the class path, expected at least one. Compile the program with"
              + " ambix-processor, and put its classes on the class path of this command.");
    }
    var comparison = project.comparison(models).renaming(renames);
    if (against == null) {
      return comparison;
    }
    project.migrations(against).requireCurrent();
    return comparison.against(against);
  }

  /// What is missing, after whoever sits at a terminal has said what has a new name.
  ///
  /// @param different takes what has not
  private ModelDrafts clear(Comparison comparison, Set<String> different) {
    var drafts = comparison.drafts();
    if (!project.console().terminal() || allowDrop) {
      return drafts;
    }
    for (var rename : drafts.likelyRenames()) {
      if (!different.contains(rename)) {
        var sides = rename.split("=", 2);
        if (project.console().ask("Is " + sides[1] + " the new name of " + sides[0] + "?")) {
          renames.add(rename);
          return clear(comparison.renaming(List.of(rename)), different);
        }
        different.add(rename);
      }
    }
    return drafts;
  }

  /// The same again, for an error to say how to go on: what was said of new names must not be lost.
  /// URLs are not repeated, because of their passwords.
  private String line() {
    var line = new StringBuilder(LINE.replace("…", message));
    heads.forEach(it -> line.append(" --head ").append(it));
    renames.forEach(it -> line.append(" --rename ").append(it));
    line.append(safe ? " --safe" : "").append(against == null ? "" : " --against …");
    return line.toString();
  }

  private int write(RevisionFolder.Request request) {
    var file = project.folder().write(request);
    project
        .console()
        .print(project.json() ? Json.write(Json.object("file", file)) : "wrote " + file);
    return 0;
  }
}
