package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows where the database is. */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.VALIDATE)
final class CurrentMojo extends AmbixMojo {
  /** Show all that was applied, and when. */
  @Parameter(property = "verbose")
  private boolean verbose;

  /** Fail unless the database has all revisions. */
  @Parameter(property = "check")
  private boolean check;

  @Override
  Arguments arguments() {
    return Arguments.of("current").flag("--verbose", verbose).flag("--check", check);
  }
}
