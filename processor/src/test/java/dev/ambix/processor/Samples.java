package dev.ambix.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Sources that tests compile.
final class Samples {
  private Samples() {}

  static String read(String name) {
    try (var stream = Samples.class.getResourceAsStream("/golden/" + name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
