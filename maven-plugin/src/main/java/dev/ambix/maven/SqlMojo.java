package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints the script of a range, without a database. Where the range goes down, so does it. */
@Mojo(name = "sql", threadSafe = true)
@Execute(phase = LifecyclePhase.VALIDATE)
final class SqlMojo extends AmbixMojo {
  /** From and to, base:heads by default. */
  @Parameter(property = "range")
  private @Nullable String range;

  /** sqlite or postgresql; that of the URL by default. */
  @Parameter(property = "engine")
  private @Nullable String engine;

  @Override
  Arguments arguments() {
    return Arguments.of("sql").option("--engine", engine).operand(range);
  }
}
