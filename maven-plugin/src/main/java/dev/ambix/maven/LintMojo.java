package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Fails when revisions would hurt: lose data, lock tables, break code that runs. */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class LintMojo extends AmbixMojo {
  /** Which revisions, all by default; with measure, those that the database lacks. */
  @Parameter(property = "range")
  private @Nullable String range;

  /** Run them in throw-away databases, and print the locks that they take. */
  @Parameter(property = "measure")
  private boolean measure;

  @Override
  Arguments arguments() {
    return Arguments.of("lint").flag("--measure", measure).operand(range);
  }
}
