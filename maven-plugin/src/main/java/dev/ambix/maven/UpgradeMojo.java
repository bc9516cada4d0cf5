package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Runs what the database lacks of a target. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class UpgradeMojo extends AmbixMojo {
  /** Where to go, such as head (by default), heads, +1, or the start of an id. */
  @Parameter(property = "target")
  private @Nullable String target;

  @Override
  Arguments arguments() {
    return Arguments.of("upgrade").operand(target);
  }
}
