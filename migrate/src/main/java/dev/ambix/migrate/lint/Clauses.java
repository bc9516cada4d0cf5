package dev.ambix.migrate.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes statements apart. All texts are plain: in small letters, without comments, strings and
/// quotes, one blank between words.
final class Clauses {
  /// Comments, of which two may nest; strings; dollar quotes; quoted names.
  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\\n]*+|/\\*(?:[^*/]++|\\*(?!/)|/(?!\\*)|/\\*.*?\\*/)*+\\*/"
              + "|(?<![\\w$])[eE]'[^'\\\\]*+(?:(?:''|\\\\.)[^'\\\\]*+)*+'|'[^']*+(?:''[^']*+)*+'"
              + "|(?<![\\w$])\\$(\\w*)\\$.*?\\$\\1\\$"
              + "|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|`[^`]*+`",
          Pattern.DOTALL);

  private Clauses() {}

  /// The plain text of a statement. What is no letter or digit in a quoted name is a `_`.
  static String plain(String sql) {
    var text =
        TOKEN.matcher(sql).replaceAll(it -> Matcher.quoteReplacement(plainToken(it.group())));
    return text.replaceAll("\\s+", " ")
        .replaceAll(" ?([(),]) ?", "$1")
        .replace("(", " (")
        .replaceAll("\\)(?=[^,) ])", ") ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static String plainToken(String token) {
    return switch (token.charAt(0)) {
      case '\'', 'e', 'E' -> "''";
      case '"', '`' -> token.substring(1, token.length() - 1).replaceAll("[^\\p{L}\\p{N}_$]", "_");
      default -> " ";
    };
  }

  /// Matches a whole text; `\w` is a letter of any language.
  static Matcher match(String pattern, String text) {
    return pattern(pattern).matcher(text);
  }

  static Pattern pattern(String pattern) {
    return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
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

  /// The text with its brackets empty.
  static String flat(String text) {
    var flat = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth -= c == ')' ? 1 : 0;
      if (depth == 0) {
        flat.append(c);
      }
      depth += c == '(' ? 1 : 0;
    }
    return flat.toString();
  }

  /// The text without the brackets around it all.
  static String bared(String text) {
    var bare = text.strip();
    while (bare.startsWith("(") && inBrackets(bare).length() == bare.length() - 2) {
      bare = bare.substring(1, bare.length() - 1).strip();
    }
    return bare;
  }

  /// The names of a list of columns, without their order.
  static List<String> columns(String list) {
    return parts(list).stream().map(it -> it.split(" ", 2)[0]).toList();
  }

  /// The names of a list of tables, without their schemas.
  static List<String> names(String list) {
    return parts(list).stream().map(it -> bare(it.replaceFirst("^only ", ""))).toList();
  }

  /// The name without its schema.
  static String bare(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
