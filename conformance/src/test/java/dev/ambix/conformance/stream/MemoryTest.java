package dev.ambix.conformance.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.testing.Committed;
import dev.ambix.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A stream takes constant memory.
@EveryEngine
@Committed
class MemoryTest {
  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void aMillionRowsFitIntoALittleHeap(TestDatabase database) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MillionRows.class.getName(),
                database.url())
            .redirectErrorStream(true)
            .start();
    try {
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(output.strip()).endsWith(MillionRows.ROWS + " " + MillionRows.ROWS);
    } finally {
      process.destroy();
    }
  }
}
