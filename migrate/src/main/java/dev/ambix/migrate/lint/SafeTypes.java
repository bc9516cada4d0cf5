package dev.ambix.migrate.lint;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The changes of a column's type that PostgreSQL makes without writing the table anew.
final class SafeTypes {
  private static final Pattern SIZED = Pattern.compile("([a-z ]+?) ?(?:\\((\\d+)(?:,(\\d+))?\\))?");

  private SafeTypes() {}

  /// Whether the change only touches the catalog.
  static boolean isSafe(String from, String to) {
    var before = SIZED.matcher(from.strip());
    var after = SIZED.matcher(to.strip());
    if (!before.matches() || !after.matches()) {
      return false;
    }
    var old = name(before.group(1));
    var now = name(after.group(1));
    if (now.equals("text") || (now.equals("varchar") && after.group(2) == null)) {
      return old.equals("text") || old.equals("varchar");
    }
    if (old.equals("cidr") && now.equals("inet")) {
      return true;
    }
    return old.equals(now) && grows(old, before.toMatchResult(), after.toMatchResult());
  }

  private static boolean grows(String type, MatchResult before, MatchResult after) {
    if (after.group(2) == null) {
      return true;
    }
    return before.group(2) != null
        && Integer.parseInt(after.group(2)) >= Integer.parseInt(before.group(2))
        && (!type.equals("numeric") || scale(before) == scale(after));
  }

  private static int scale(MatchResult type) {
    return type.group(3) == null ? 0 : Integer.parseInt(type.group(3));
  }

  private static String name(String type) {
    return switch (type.strip()) {
      case "character varying" -> "varchar";
      case "decimal" -> "numeric";
      case "timestamp with time zone" -> "timestamptz";
      case "timestamp without time zone" -> "timestamp";
      default -> type.strip();
    };
  }
}
