package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/// Breaks lines that are too long, outside in, as google-java-format would.
final class Layout {
  private static final int WIDTH = 100;
  private static final String DEEPER = "    ";

  private Layout() {}

  /// The text with its long lines broken.
  static String apply(String source) {
    return source
        .lines()
        .map(line -> isCode(line) ? wrap(line) : line)
        .collect(joining("\n", "", "\n"));
  }

  private static boolean isCode(String line) {
    var text = line.strip();
    return !text.startsWith("@") && !text.startsWith("import ") && !text.contains("//");
  }

  private static String wrap(String line) {
    if (line.length() <= WIDTH) {
      return line;
    }
    var scan = Scan.of(line);
    int arrow = line.indexOf(" -> ");
    if (line.strip().startsWith("case ") && arrow > 0) {
      return lines(line, List.of(arrow + 3));
    }
    if (!scan.assignments().isEmpty()) {
      return lines(line, List.of(scan.assignments().getFirst() + 2));
    }
    if (!scan.choices().isEmpty()) {
      return lines(line, scan.choices());
    }
    if (!scan.calls().isEmpty()) {
      return lines(line, scan.calls(), DEEPER);
    }
    return scan.arguments().isEmpty() ? line : lines(line, scan.arguments());
  }

  private static String lines(String line, List<Integer> breaks) {
    return lines(line, breaks, "");
  }

  /// The line broken at these positions, and its parts, which are shorter, broken further.
  ///
  /// @param inside how much deeper the inside of the first part stands
  private static String lines(String line, List<Integer> breaks, String inside) {
    var indent = line.substring(0, line.length() - line.stripLeading().length());
    var lines = new ArrayList<String>();
    int start = 0;
    for (int end : breaks) {
      lines.add(line.substring(start, end).stripTrailing());
      start = end;
    }
    lines.add(line.substring(start));
    var first = wrap(lines.getFirst()).replace("\n", "\n" + inside);
    return lines.stream()
        .skip(1)
        .map(each -> wrap(indent + DEEPER + each.strip()))
        .collect(joining("\n", first + "\n", ""));
  }

  /// Where a line may be broken.
  ///
  /// @param assignments the positions of ` = `
  /// @param choices the positions of the first ` ? ` and its ` : ` outside of brackets
  /// @param calls the positions of the dots of a chain of calls outside of brackets
  /// @param arguments the positions of the arguments of the outermost call that has several
  private record Scan(
      List<Integer> assignments,
      List<Integer> choices,
      List<Integer> calls,
      List<Integer> arguments) {
    static Scan of(String line) {
      int condition = line.strip().startsWith("if (") ? 1 : 0;
      var scan =
          new Scan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      int depth = 0;
      for (int i = 0; i < line.length(); i++) {
        char each = line.charAt(i);
        if (each == '"') {
          i = endOfLiteral(line, i);
        } else if (isOpening(line, i)) {
          depth++;
          scan.open(line, i, depth - condition);
        } else if (each == ')'
            || (each == '>' && line.charAt(i - 1) != ' ' && line.charAt(i - 1) != '-')) {
          depth--;
        } else {
          scan.visit(line, i, depth - condition);
        }
      }
      return scan;
    }

    private static boolean isOpening(String line, int i) {
      return line.charAt(i) == '('
          || (line.charAt(i) == '<' && Character.isJavaIdentifierPart(line.charAt(i - 1)));
    }

    private static int endOfLiteral(String line, int start) {
      int end = start + 1;
      while (line.charAt(end) != '"') {
        end += line.charAt(end) == '\\' ? 2 : 1;
      }
      return end;
    }

    /// A bracket around arguments, which is not that of a cast.
    private void open(String line, int i, int depth) {
      var isCall = i > 0 && line.charAt(i) == '(' && isCallee(line.charAt(i - 1));
      if (depth == 1 && isCall && line.charAt(i + 1) != ')') {
        arguments.clear();
        arguments.add(i + 1);
      }
    }

    private static boolean isCallee(char before) {
      return Character.isJavaIdentifierPart(before) || before == '>';
    }

    private void visit(String line, int i, int depth) {
      if (depth == 1 && line.charAt(i) == ',') {
        if (!arguments.isEmpty()) {
          arguments.add(i + 1);
        }
      } else if (depth == 0 && line.startsWith(" = ", i)) {
        assignments.add(i);
      } else if (depth == 0 && isChoice(line, i)) {
        choices.add(i);
      } else if (depth == 0 && line.charAt(i) == '.' && line.charAt(i - 1) == ')') {
        calls.add(i);
      }
    }

    /// The first question and its answer; those after it are part of the answer.
    private boolean isChoice(String line, int i) {
      return (choices.isEmpty() && line.startsWith(" ? ", i))
          || (choices.size() == 1 && line.startsWith(" : ", i));
    }
  }
}
