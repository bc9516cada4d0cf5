package dev.ambix.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list of features claims nothing that no test holds.
final class FeaturesTest {
  private static final Path PAGE = Page.root().resolve("docs/features.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| (\\d+) \\| ([^|]+) \\| (.+) \\| (.+) \\|$");

  /// A link to a test: its text names the class, and after a `#` a method.
  private static final Pattern LINK = Pattern.compile("\\[(\\w+)(?:#(\\w+))?]\\[([^\\]]+)]");

  private static final Pattern TARGET = Pattern.compile("^\\[([^\\]]+)]: (\\S+)$");

  private static Stream<String> lines() throws IOException {
    return Files.readAllLines(PAGE).stream();
  }

  private static List<Row> rows() throws IOException {
    return lines()
        .map(ROW::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(row -> new Row(Integer.parseInt(row.group(1)), row.group(3), row.group(4)))
        .toList();
  }

  @Test
  void eachFeatureStandsOnce() throws IOException {
    assertThat(rows())
        .extracting(Row::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 75).boxed().toList());
  }

  @Test
  void eachRowHasATestOrAReason() throws IOException {
    assertThat(rows())
        .allSatisfy(row -> {
          var left = row.here.startsWith("left out: ");
          assertThat(left || LINK.matcher(row.tests).find()).as("row %d", row.number).isTrue();
        });
  }

  @Test
  void eachLinkLeadsToItsTest() throws IOException {
    var targets =
        lines()
            .map(TARGET::matcher)
            .filter(java.util.regex.Matcher::matches)
            .collect(Collectors.toMap(target -> target.group(1), target -> target.group(2)));
    for (var row : rows()) {
      for (var link : LINK.matcher(row.tests).results().toList()) {
        var file = PAGE.resolveSibling(targets.getOrDefault(link.group(3), "?")).normalize();
        assertThat(file).as("row %d", row.number).exists().hasFileName(link.group(1) + ".java");
        if (link.group(2) != null) {
          assertThat(Files.readString(file))
              .as("row %d", row.number)
              .contains("void " + link.group(2) + "(");
        }
      }
    }
    assertThat(rows().stream().flatMap(row -> LINK.matcher(row.tests).results()))
        .extracting(link -> link.group(3))
        .containsAll(targets.keySet());
  }

  private record Row(int number, String here, String tests) {}
}
