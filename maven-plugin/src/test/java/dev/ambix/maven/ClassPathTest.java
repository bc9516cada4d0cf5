package dev.ambix.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class ClassPathTest {
  private final MavenProject project = new MavenProject();
  private final PluginDescriptor plugin = new PluginDescriptor();

  ClassPathTest() {
    var build = new Build();
    build.setOutputDirectory("classes");
    build.setTestOutputDirectory("test-classes");
    project.setBuild(build);
    project.setArtifact(artifact("app", "1", "compile"));
    plugin.setArtifactId("ambix-maven-plugin");
  }

  @Test
  void isThatOfTheProjectThenWhatThePluginBrings() throws Exception {
    has(artifact("ambix-orm", "1", "compile"), artifact("ambix-testing", "1", "test"));
    brings(
        artifact("ambix-maven-plugin", "1", "runtime"), artifact("ambix-migrate", "1", "runtime"));

    assertThat(ClassPath.of(project, plugin))
        .containsExactly(
            "classes", "ambix-orm-1.jar", "ambix-testing-1.jar", "ambix-migrate-1.jar");
  }

  @Test
  void takesTheVersionOfTheProject() throws Exception {
    has(artifact("picocli", "4", "runtime"));
    brings(artifact("picocli", "5", "runtime"));

    assertThat(ClassPath.of(project, plugin)).containsExactly("classes", "picocli-4.jar");
  }

  @Test
  void isThatOfTheProjectWhereThatIsTheTool() throws Exception {
    has();
    brings(artifact("app", "0", "runtime"));

    assertThat(ClassPath.of(project, plugin)).containsExactly("classes");
  }

  private void has(Artifact... artifacts) {
    project.setArtifacts(new LinkedHashSet<>(List.of(artifacts)));
  }

  private void brings(Artifact... artifacts) {
    plugin.setArtifacts(List.of(artifacts));
  }

  private static Artifact artifact(String id, String version, String scope) {
    var handler = new DefaultArtifactHandler("jar");
    handler.setAddedToClasspath(true);
    var artifact = new DefaultArtifact("test", id, version, scope, "jar", null, handler);
    artifact.setFile(new File(id + "-" + version + ".jar"));
    return artifact;
  }
}
