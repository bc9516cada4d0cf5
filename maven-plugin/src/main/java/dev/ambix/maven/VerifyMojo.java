package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs all revisions up, down and up again in throw-away databases, and fails when something is
 * wrong.
 */
@Mojo(
    name = "verify",
    defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class VerifyMojo extends AmbixMojo {
  @Override
  Arguments arguments() {
    return Arguments.of("verify");
  }
}
