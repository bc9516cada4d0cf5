package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Shows the revisions, the newest first. */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.VALIDATE)
final class HistoryMojo extends AmbixMojo {
  /** From and to, such as -3:current or 3f2a:; all by default. */
  @Parameter(property = "range")
  private @Nullable String range;

  /** Show more. */
  @Parameter(property = "verbose")
  private boolean verbose;

  /** Show which of them the database has. */
  @Parameter(property = "applied")
  private boolean applied;

  @Override
  Arguments arguments() {
    return Arguments.of("history")
        .flag("--verbose", verbose)
        .flag("--applied", applied)
        .operand(range);
  }
}
