package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Adopts the history of Flyway: its files become revisions, and what its table has counts as
 * applied. Nothing runs.
 */
@Mojo(
    name = "import-flyway",
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
@Execute(phase = LifecyclePhase.VALIDATE)
final class ImportFlywayMojo extends AmbixMojo {
  /** The folder of its files, src/main/resources/db/migration by default. */
  @Parameter(property = "from")
  private @Nullable String from;

  /** Its table, flyway_schema_history by default. */
  @Parameter(property = "flywayTable")
  private @Nullable String flywayTable;

  /** The engine that the files are for; that of the URL by default. */
  @Parameter(property = "engine")
  private @Nullable String engine;

  /** Only write the files; the database is not asked. */
  @Parameter(property = "filesOnly")
  private boolean filesOnly;

  @Override
  Arguments arguments() {
    return Arguments.of("import", "flyway")
        .option("--from", from)
        .option("--flyway-table", flywayTable)
        .option("--engine", engine)
        .flag("--files-only", filesOnly);
  }
}
