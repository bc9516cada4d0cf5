package dev.ambix.accounts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The code in `docs/service.md` is the code of this service.
final class ServicePageTest {
  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void showsTheSources() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "service.md"));
    var blocks = CODE.matcher(page).results().map(block -> block.group(1)).toList();
    assertThat(blocks).hasSizeGreaterThan(2);
    assertThat(sources()).contains(blocks);
  }

  private static String sources() throws IOException {
    try (var files = Files.walk(Path.of("src", "main", "java"))) {
      return files.filter(Files::isRegularFile).map(ServicePageTest::read).collect(joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
