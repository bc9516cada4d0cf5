package dev.ambix.migrate.command;

import dev.ambix.migrate.RevisionFolder;
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
    var file = project.folder().write(request);
    project
        .console()
        .print(project.json() ? Json.write(Json.object("file", file)) : "wrote " + file);
    return 0;
  }
}
