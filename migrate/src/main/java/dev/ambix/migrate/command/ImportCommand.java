package dev.ambix.migrate.command;

import dev.ambix.migrate.FlywayHistory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adopts the history of another tool.
@Command(
    name = "import",
    description =
        "Adopt the history of Flyway: its files become revisions, and what its table has"
            + " counts as applied. Nothing runs.")
final class ImportCommand implements Callable<Integer> {
  /// The tools whose histories can be adopted.
  enum Tool {
    flyway
  }

  @Mixin private final Project project;

  @Parameters(index = "0", paramLabel = "TOOL", description = "flyway")
  private Tool tool = Tool.flyway;

  @Option(
      names = "--from",
      paramLabel = "FOLDER",
      description = "Its files (src/main/resources/db/migration).")
  private Path from = Path.of("src/main/resources/db/migration");

  @Option(
      names = "--flyway-table",
      paramLabel = "NAME",
      description = "Its table (flyway_schema_history).")
  private String table = "flyway_schema_history";

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "What the files are for: ${COMPLETION-CANDIDATES} (the engine of the URL).")
  private @Nullable Engine engine;

  @Option(names = "--files-only", description = "Only write the files; the database is not asked.")
  private boolean filesOnly;

  ImportCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    var history = FlywayHistory.of(project.console().folder().resolve(from));
    history.notes().forEach(it -> project.console().say(it));
    int written =
        history.write(project.folder(), engine == null ? project.engine() : engine.name());
    var applied = filesOnly ? Optional.<String>empty() : stamp(history);
    var console = project.console();
    if (project.json()) {
      console.print(
          Json.write(Json.object("written", written, "applied", applied.stream().toList())));
      return 0;
    }
    console.print("wrote " + Listing.count(written) + " from files of " + tool);
    if (!filesOnly) {
      console.print(
          applied
              .map(it -> "the database counts as having all up to " + it)
              .orElse("the database has none of them"));
    }
    return 0;
  }

  private Optional<String> stamp(FlywayHistory history) {
    var applied = history.applied(project.url(), table);
    var known = project.migrations().status().applied();
    applied
        .filter(it -> !known.contains(it))
        .ifPresent(it -> project.migrations().stamp(it, false));
    return applied;
  }
}
