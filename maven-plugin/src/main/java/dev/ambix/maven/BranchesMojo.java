package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows where branches leave, and their first revisions. */
@Mojo(name = "branches", threadSafe = true)
@Execute(phase = LifecyclePhase.VALIDATE)
final class BranchesMojo extends AmbixMojo {
  @Override
  Arguments arguments() {
    return Arguments.of("branches");
  }
}
