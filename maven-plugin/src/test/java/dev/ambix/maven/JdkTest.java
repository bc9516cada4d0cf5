package dev.ambix.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {
  @TempDir private Path home;

  @Test
  void isTheOneThatRunsThis() throws MojoExecutionException {
    var own = new Jdk(Path.of(System.getProperty("java.home")));

    assertThat(own.version()).isEqualTo(Runtime.version().feature());
    assertThat(own.required().java()).exists();
  }

  @Test
  void isNotAnOldOne() throws IOException {
    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"21.0.2\"\n");

    assertThatThrownBy(() -> new Jdk(home).required())
        .hasMessageStartingWith(
            "[JdkMissing] %s: got JDK 21, expected JDK 25 or later. Give", home);
  }

  @Test
  void isNotSomeFolder() {
    assertThatThrownBy(() -> new Jdk(home).required())
        .hasMessageContaining("got no JDK, expected JDK 25 or later");
  }
}
