package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Opens the file of a revision in $VISUAL or $EDITOR. */
@Mojo(name = "edit", threadSafe = true)
@Execute(phase = LifecyclePhase.VALIDATE)
final class EditMojo extends AmbixMojo {
  /** Which one, head by default. */
  @Parameter(property = "target")
  private @Nullable String target;

  @Override
  Arguments arguments() {
    return Arguments.of("edit").operand(target);
  }
}
