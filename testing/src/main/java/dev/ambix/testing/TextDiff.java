package dev.ambix.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Two lists of lines beside each other, as `diff` shows them: by their longest common subsequence.
final class TextDiff {
  private final List<String> expected;
  private final List<String> found;
  private final BiPredicate<String, String> same;

  /// How many lines are common from there on.
  private final int[][] common;

  private TextDiff(List<String> expected, List<String> found, BiPredicate<String, String> same) {
    this.expected = expected;
    this.found = found;
    this.same = same;
    this.common = new int[expected.size() + 1][found.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = found.size() - 1; j >= 0; j--) {
        common[i][j] =
            isCommon(i, j)
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
  }

  /// The lines that were found, with a `+` where they were not expected, and with a `-` those that
  /// were expected and not found.
  ///
  /// @param same whether what was found, the second, is as expected
  static List<String> of(
      List<String> expected, List<String> found, BiPredicate<String, String> same) {
    return new TextDiff(expected, found, same).lines();
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < found.size()) {
      if (isCommon(i, j)) {
        lines.add("  " + found.get(j));
        i++;
        j++;
      } else if (i < expected.size()
          && (j == found.size() || common[i + 1][j] >= common[i][j + 1])) {
        lines.add("- " + expected.get(i));
        i++;
      } else {
        lines.add("+ " + found.get(j));
        j++;
      }
    }
    return lines;
  }

  private boolean isCommon(int i, int j) {
    return i < expected.size() && j < found.size() && same.test(expected.get(i), found.get(j));
  }
}
