package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows the revisions that nothing follows. */
@Mojo(name = "heads", threadSafe = true)
@Execute(phase = LifecyclePhase.VALIDATE)
final class HeadsMojo extends AmbixMojo {
  /** Show more. */
  @Parameter(property = "verbose")
  private boolean verbose;

  @Override
  Arguments arguments() {
    return Arguments.of("heads").flag("--verbose", verbose);
  }
}
