package dev.ambix.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.session.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QuietLoggingTest {
  /// In a JVM of its own, since SLF4J complains once.
  static final class Run {
    private Run() {}

    public static void main(String[] arguments) {
      new AmbixExtension();
      try (var memory = Database.open("sqlite::memory:");
          var server = PostgresServer.start();
          var database = Database.open(server.createDatabase())) {
        memory.createAll();
        database.createAll();
      }
    }
  }

  @Test
  void nothingIsSaidAboutALoggerThatIsNotThere() throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Run.class.getName())
            .redirectErrorStream(true)
            .start();
    try (var output = process.inputReader(UTF_8)) {
      assertThat(output.lines()).noneMatch(line -> line.contains("SLF4J"));
      assertThat(process.waitFor()).isZero();
    }
  }
}
