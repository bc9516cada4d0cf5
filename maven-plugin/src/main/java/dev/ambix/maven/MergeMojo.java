package dev.ambix.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes a revision that joins branches. */
@Mojo(name = "merge", threadSafe = true)
@Execute(phase = LifecyclePhase.VALIDATE)
final class MergeMojo extends AmbixMojo {
  /** What to join, with commas between; all heads by default. */
  @Parameter(property = "target")
  private @Nullable List<String> target;

  /** What it is about, "merge" by default. */
  @Parameter(property = "message")
  private @Nullable String message;

  @Override
  Arguments arguments() {
    return Arguments.of("merge").option("--message", message).operands(target);
  }
}
