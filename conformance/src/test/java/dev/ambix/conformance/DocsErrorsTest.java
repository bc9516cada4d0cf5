package dev.ambix.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page of errors has every code of the sources, and no other.
class DocsErrorsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Za-z]+)` \\| (.*) \\|$");

  /// Where a code stands in a source: what it is made with, or the beginning of a message.
  private static final Pattern CODE =
      Pattern.compile(
          "(?:new UsageException\\(|\\bbad\\(|Problem\\.of\\(\\d+,|AmbixException \\{.*?super\\()\\s*"
              + "\"([A-Z][A-Za-z]+)\"|\"\\[([A-Z][A-Za-z]+)] ",
          Pattern.DOTALL);

  private static final Pattern CONSTANT = Pattern.compile("(?m)^  ([A-Z][A-Za-z]+)[,;]");

  private final Path root = Path.of("..");

  @Test
  void everyCodeOfTheSourcesStandsThereOnceAndNoOther() throws IOException {
    assertThat(documented()).containsExactlyInAnyOrderElementsOf(used());
  }

  @Test
  void everyCodeIsExplained() throws IOException {
    ROW.matcher(page())
        .results()
        .forEach(row ->
            assertThat(row.group(2).split(" \\| "))
                .as(row.group(1))
                .hasSizeBetween(2, 3)
                .allSatisfy(cell -> assertThat(cell).isNotBlank()));
  }

  private String page() throws IOException {
    return Files.readString(root.resolve("docs/errors.md"));
  }

  private List<String> documented() throws IOException {
    return ROW.matcher(page()).results().map(row -> row.group(1)).toList();
  }

  private Set<String> used() throws IOException {
    var codes = new TreeSet<String>();
    for (var path : sources()) {
      var text = Files.readString(path);
      var pattern = path.endsWith("processor/check/Code.java") ? CONSTANT : CODE;
      pattern
          .matcher(text)
          .results()
          .forEach(found -> {
            for (int i = 1; i <= found.groupCount(); i++) {
              if (found.group(i) != null) {
                codes.add(found.group(i));
              }
            }
          });
    }
    return codes;
  }

  private List<Path> sources() throws IOException {
    try (var modules = Files.newDirectoryStream(root, Files::isDirectory)) {
      var found = new TreeSet<Path>();
      for (var module : modules) {
        var main = module.resolve("src/main/java");
        if (Files.isDirectory(main)) {
          try (var files = Files.walk(main)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
          }
        }
      }
      return List.copyOf(found);
    }
  }
}
