package dev.ambix.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Makes ambix.properties and the folder of revisions. */
@Mojo(name = "init", threadSafe = true)
@Execute(phase = LifecyclePhase.VALIDATE)
final class InitMojo extends AmbixMojo {
  @Override
  Arguments arguments() {
    return Arguments.of("init");
  }
}
