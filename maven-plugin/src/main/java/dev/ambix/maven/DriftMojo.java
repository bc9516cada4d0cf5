package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails when the database is not what its revisions would have made. */
@Mojo(name = "drift", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class DriftMojo extends AmbixMojo {
  @Override
  Arguments arguments() {
    return Arguments.of("drift");
  }
}
