package dev.ambix.migrate.command;

import dev.ambix.migrate.RevisionFolder;
import dev.ambix.migrate.models.ModelDrafts;
import dev.ambix.migrate.models.Models;
import dev.ambix.migrate.models.Renames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes a revision.
@Command(name = "revision", description = "Write a revision.")
final class RevisionCommand implements Callable<Integer> {
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
      description = "A new name: users=people, users.name=users.full_name.")
  private List<String> renames = new ArrayList<>();

  @Option(names = "--allow-drop", description = "Drop tables and columns that no model has.")
  private boolean allowDrop;

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
    var drafts = drafts();
    if (drafts.isEmpty()) {
      project.console().print("nothing to write: the revisions make what the models have");
      return 0;
    }
    drafts.requireClear(allowDrop);
    drafts.changes().forEach(it -> project.console().say(it));
    return write(request.with(drafts.parts(safe)));
  }

  private ModelDrafts drafts() {
    return ModelDrafts.of(
        project.history(),
        Models.classPath(),
        project.scratches(),
        project.settings().table(),
        renames.stream().map(Renames::parse).toList());
  }

  private int write(RevisionFolder.Request request) {
    var file = project.folder().write(request);
    project
        .console()
        .print(project.json() ? Json.write(Json.object("file", file)) : "wrote " + file);
    return 0;
  }
}
