package dev.ambix.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  @Test
  void showsWhatIsMissingAndWhatIsNew() {
    assertThat(diff(List.of("a", "b", "c"), List.of("a", "x", "c", "d")))
        .containsExactly("  a", "- b", "+ x", "  c", "+ d");
  }

  @Test
  void showsTheWholeWhereAllIsTheSame() {
    assertThat(diff(List.of("a", "b"), List.of("a", "b"))).containsExactly("  a", "  b");
  }

  @Test
  void keepsAsManyLinesAsItCan() {
    assertThat(diff(List.of("a", "b", "c", "d"), List.of("d", "a", "b", "c")))
        .containsExactly("+ d", "  a", "  b", "  c", "- d");
  }

  @Test
  void bearsEmptyLists() {
    assertThat(diff(List.of(), List.of("a"))).containsExactly("+ a");
    assertThat(diff(List.of("a"), List.of())).containsExactly("- a");
  }

  private static List<String> diff(List<String> expected, List<String> found) {
    return TextDiff.of(expected, found, String::equals);
  }
}
