package dev.ambix.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders that go with what made them.
final class TemporaryFolder {
  private TemporaryFolder() {}

  /// A new folder in this one, which is made when it is not there.
  static Path create(Path parent, String prefix) {
    try {
      return Files.createTempDirectory(Files.createDirectories(parent), prefix);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /// Deletes a folder with all that is in it, or a file; passes over what is not there.
  static void delete(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
