package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails unless the revisions fit together, have one head, are listed in the index, and make what
 * the models have.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class CheckMojo extends AmbixMojo {
  /** Leave the models out. */
  @Parameter(property = "filesOnly")
  private boolean filesOnly;

  @Override
  Arguments arguments() {
    return Arguments.of("check").flag("--files-only", filesOnly);
  }
}
