package dev.ambix.migrate.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Takes statements apart. All texts are plain: in small letters, without comments, strings and
/// quotes, one blank between words.
final class Clauses {
  private static final Pattern NOISE =
      Pattern.compile(
          "--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);

  private Clauses() {}

  /// The plain text of a statement.
  static String plain(String sql) {
    var text = NOISE.matcher(sql).replaceAll(match -> match.group().startsWith("'") ? "''" : " ");
    return text.replaceAll("[\"`]", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([(),]) ?", "$1")
        .replace("(", " (")
        .replaceAll("\\)(?=[^,) ])", ") ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /// The parts between the commas that stand in no brackets.
  static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  /// What stands in the brackets that open first.
  static String inBrackets(String text) {
    int open = text.indexOf('(');
    int depth = 0;
    for (int i = Math.max(open, 0); i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return text.substring(open + 1, i);
      }
    }
    return "";
  }

  /// The names of a list of columns, without their order.
  static List<String> columns(String list) {
    return parts(list).stream().map(it -> it.split(" ", 2)[0]).toList();
  }

  /// The name without its schema.
  static String bare(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
