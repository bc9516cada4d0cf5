package dev.ambix.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/// A chart of horizontal bars as SVG, with a group of bars for each engine. Its text takes the
/// colour of the reader's scheme, and its bars can be told from white and from black.
final class Chart {
  private static final int WIDTH = 720;
  private static final int LABELS = 170;
  private static final int BARS = 340;
  private static final int ROW = 24;
  private static final int TOP = 44;

  private static final String STYLE =
      """
      <style>
        text { font: 13px system-ui, sans-serif; fill: #1f2328; }
        .title { font-size: 16px; font-weight: 600; }
        .engine { font-weight: 600; }
        .value { font-size: 12px; }
        .peer { fill: #8c959f; }
        .ours { fill: #bf6a1f; }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3; }
          .peer { fill: #7d8590; }
          .ours { fill: #e08d3c; }
        }
      </style>
      """;

  private final String title;
  private final List<Group> groups = new ArrayList<>();

  Chart(String title) {
    this.title = title;
  }

  /// Adds the bars of an engine; each group has a scale of its own.
  void add(String engine, List<Bar> bars) {
    groups.add(new Group(engine, List.copyOf(bars)));
  }

  String svg() {
    int rows = groups.stream().mapToInt(group -> group.bars.size() + 1).sum();
    int height = TOP + rows * ROW + groups.size() * 8;
    var out = new StringBuilder();
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
        """
            .formatted(WIDTH, height, title));
    out.append(STYLE);
    out.append("<text class=\"title\" x=\"8\" y=\"24\">%s</text>\n".formatted(title));
    int y = TOP;
    for (var group : groups) {
      y = append(out, group, y) + 8;
    }
    return out.append("</svg>\n").toString();
  }

  private static int append(StringBuilder out, Group group, int top) {
    out.append(
        "<text class=\"engine\" x=\"8\" y=\"%d\">%s</text>\n".formatted(top + 16, group.engine));
    double longest = group.bars.stream().mapToDouble(Bar::value).max().orElse(1);
    int y = top + ROW;
    for (var bar : group.bars) {
      double width = Math.max(2, BARS * bar.value / longest);
      out.append("<text x=\"8\" y=\"%d\">%s</text>\n".formatted(y + 15, bar.label));
      out.append(
          "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"16\" rx=\"2\"/>\n"
              .formatted(bar.ours ? "ours" : "peer", LABELS, y + 3, width));
      out.append(
          "<text class=\"value\" x=\"%.1f\" y=\"%d\">%s</text>\n"
              .formatted(LABELS + width + 6, y + 15, bar.text));
      y += ROW;
    }
    return y;
  }

  /// A bar.
  ///
  /// @param text what stands behind it
  /// @param ours whether it is one of Ambix
  record Bar(String label, double value, String text, boolean ours) {}

  private record Group(String engine, List<Bar> bars) {}
}
