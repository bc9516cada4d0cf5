package dev.ambix.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes down that the database is at a target, and runs nothing. */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.VALIDATE)
final class StampMojo extends AmbixMojo {
  /** Where it is, such as head; current accepts files that were changed. Needed. */
  @Parameter(property = "target")
  private @Nullable String target;

  /** Forget first all that the database remembers. */
  @Parameter(property = "purge")
  private boolean purge;

  @Override
  Arguments arguments() throws MojoExecutionException {
    var command = Arguments.of("stamp");
    return command.flag("--purge", purge).operand(command.required("target", target, "head"));
  }
}
