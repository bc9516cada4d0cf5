package dev.ambix.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/// The JDK that the tool runs on.
///
/// @param home its folder
record Jdk(Path home) {
  private static final int NEEDED = 25;
  private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

  /// The one that was asked for, else the toolchain that the build has chosen, else the JDK of
  /// Maven, else one of `toolchains.xml`.
  static Jdk choose(@Nullable String asked, ToolchainManager toolchains, MavenSession session)
      throws MojoExecutionException {
    if (asked != null && !asked.isBlank()) {
      return new Jdk(Path.of(asked)).required();
    }
    var chosen = of(toolchains.getToolchainFromBuildContext("jdk", session));
    if (chosen.isPresent()) {
      return chosen.get().required();
    }
    var own = new Jdk(Path.of(System.getProperty("java.home")));
    if (own.version() >= NEEDED) {
      return own;
    }
    var known = toolchains.getToolchains(session, "jdk", Map.of("version", "[" + NEEDED + ",)"));
    return known.stream().findFirst().flatMap(Jdk::of).orElse(own).required();
  }

  private static Optional<Jdk> of(@Nullable Toolchain toolchain) {
    return Optional.ofNullable(toolchain)
        .map(it -> it.findTool("java"))
        .map(it -> new Jdk(Path.of(it).resolve("../..").normalize()));
  }

  /// As the file `release` says, which every JDK has; 0 where there is none.
  int version() {
    try {
      var found = VERSION.matcher(Files.readString(home.resolve("release")));
      return found.find() ? Integer.parseInt(found.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /// The program that starts it.
  Path java() {
    return home.resolve("bin").resolve("java");
  }

  /// This one, if it is new enough.
  Jdk required() throws MojoExecutionException {
    int version = version();
    if (version < NEEDED) {
      throw new MojoExecutionException(
          "[JdkMissing] %s: got %s, expected JDK %d or later. Give -Dambix.jdk=FOLDER, let maven-toolchains-plugin choose one, or run Maven on one (JAVA_HOME)."
              .formatted(home, version == 0 ? "no JDK" : "JDK " + version, NEEDED));
    }
    return this;
  }
}
