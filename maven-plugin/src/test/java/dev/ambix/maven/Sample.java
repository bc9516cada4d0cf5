package dev.ambix.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A copy of a project in `src/it`, and the Maven that works on it: the one that runs this build,
/// with a repository of its own in front of the user's.
///
/// @param folder where the copy is
record Sample(Path folder) {
  private record Run(int code, String output) {}

  static Sample of(String name, Path folder) throws IOException {
    var from = Path.of("src/it", name);
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var to = folder.resolve(from.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Files.writeString(folder.resolve("settings.xml"), settings());
    return new Sample(folder);
  }

  String version() {
    return property("ambix.version");
  }

  /// What Maven said, when it went well.
  String done(String... arguments) throws IOException, InterruptedException {
    var run = mvn(arguments);
    assertThat(run.code()).as(run.output()).isZero();
    return run.output();
  }

  /// What Maven said, when it did not.
  String failed(String... arguments) throws IOException, InterruptedException {
    var run = mvn(arguments);
    assertThat(run.code()).as(run.output()).isEqualTo(1);
    return run.output();
  }

  private Run mvn(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(property("maven.home"), "bin", "mvn").toString());
    command.addAll(
        List.of(
            "-B",
            "-ntp",
            "-gs",
            "settings.xml",
            "-Daether.offline.protocols=file",
            "-Dmaven.repo.local=" + Path.of("target/repository").toAbsolutePath(),
            "-Dambix.version=" + version(),
            "-Dsqlite.version=" + property("sqlite.version")));
    if (property("maven.offline").equals("offline=true")) {
      command.add("-o");
    }
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", property("maven.java"));
    builder.environment().put("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }

  /// What the user's repository has already need not be downloaded.
  private static String settings() {
    return """
    <settings>
      <profiles>
        <profile>
          <id>user</id>
          <repositories>
            <repository>
              <id>user</id>
              <url>%1$s</url>
              <releases><checksumPolicy>ignore</checksumPolicy></releases>
            </repository>
          </repositories>
          <pluginRepositories>
            <pluginRepository>
              <id>user</id>
              <url>%1$s</url>
              <releases><checksumPolicy>ignore</checksumPolicy></releases>
            </pluginRepository>
          </pluginRepositories>
        </profile>
      </profiles>
      <activeProfiles><activeProfile>user</activeProfile></activeProfiles>
    </settings>
    """
        .formatted(Path.of(property("maven.repository")).toUri());
  }

  /// Replaces a text in a file.
  void edit(String file, String before, String after) throws IOException {
    var path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replace(before, after));
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }
}
