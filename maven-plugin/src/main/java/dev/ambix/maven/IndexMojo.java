package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Lists the files of the folder of revisions in its index, for jars. */
@Mojo(name = "index", threadSafe = true)
@Execute(phase = LifecyclePhase.VALIDATE)
final class IndexMojo extends AmbixMojo {
  @Override
  Arguments arguments() {
    return Arguments.of("index");
  }
}
