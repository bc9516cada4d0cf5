package dev.ambix.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.processor.check.Code;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compiles each file of `fail/`. A line `//// path` begins a source file; a comment that begins
/// with `[Code]` is the whole message that is expected on its line.
class DiagnosticsTest {
  private static final Pattern CODE = Pattern.compile("\\[(\\w+)\\] ");

  /// Those that no source file brings about, with tests of their own.
  private static final Set<Code> ELSEWHERE = Set.of(Code.ProcessorDefect, Code.SqlTextUnchecked);

  static List<Path> cases() throws IOException, URISyntaxException {
    var folder = Path.of(DiagnosticsTest.class.getResource("/fail").toURI());
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsWrongWhereItIs(Path file) throws IOException {
    var parsed = Case.parse(Files.readString(file));

    var compiled = Compiler.of(parsed.sources()).compile();

    assertThat(compiled.messages()).isEqualTo(parsed.expected());
  }

  @Test
  void everyCodeHasACase() throws IOException, URISyntaxException {
    var covered = new TreeSet<String>();
    for (var file : cases()) {
      for (var message : Case.parse(Files.readString(file)).expected()) {
        var code = CODE.matcher(message);
        assertThat(code.find()).isTrue();
        covered.add(code.group(1));
      }
    }
    ELSEWHERE.forEach(code -> covered.add(code.name()));

    assertThat(covered)
        .isEqualTo(
            Arrays.stream(Code.values())
                .map(Code::name)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyMessageHasItsShape() throws IOException, URISyntaxException {
    for (var file : cases()) {
      assertThat(Case.parse(Files.readString(file)).expected())
          .allMatch(
              message -> message.matches(".*: \\[\\w+\\] [^:]+: .+; got .+, expected .+\\. .+"));
    }
  }

  /// The sources of a case, and the messages that it expects.
  private record Case(TreeMap<String, String> sources, List<String> expected) {
    static Case parse(String text) {
      var sources = new TreeMap<String, String>();
      var expected = new ArrayList<String>();
      for (var part : text.split("(?m)^//// ", -1)) {
        if (part.isBlank()) {
          continue;
        }
        int end = part.indexOf('\n');
        var path = part.substring(0, end).strip();
        var source = part.substring(end + 1);
        sources.put(path, source);
        var lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
          int comment = lines.get(i).indexOf("// [");
          if (comment >= 0) {
            expected.add(path + ":" + (i + 1) + ": " + lines.get(i).substring(comment + 3));
          }
        }
      }
      expected.sort(null);
      return new Case(sources, expected);
    }
  }
}
