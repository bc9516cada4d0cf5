package dev.ambix.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Undoes what the database has beyond a target. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
final class DowngradeMojo extends AmbixMojo {
  /** Where to go, such as -1, base, or the start of an id. Needed. */
  @Parameter(property = "target")
  private @Nullable String target;

  @Override
  Arguments arguments() throws MojoExecutionException {
    var command = Arguments.of("downgrade");
    return command.operand(command.required("target", target, "-1"));
  }
}
