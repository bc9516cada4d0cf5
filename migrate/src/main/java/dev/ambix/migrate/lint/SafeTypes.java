package dev.ambix.migrate.lint;

import java.util.Set;

/// The changes of a column's type that PostgreSQL makes without writing the table anew.
final class SafeTypes {
  private static final Set<String> TIMES =
      Set.of("time", "timetz", "timestamp", "timestamptz", "interval");
  private static final Set<String> GROWING = Set.of("varchar", "varbit", "numeric");

  /// @param size the length or the precision; [Integer#MAX_VALUE] for no limit
  /// @param array the brackets of an array
  private record Type(String name, int size, int scale, String array) {}

  private SafeTypes() {}

  /// Whether the change only touches the catalog.
  static boolean isSafe(String from, String to) {
    var before = parse(from);
    var after = parse(to);
    if (before.equals(after)) {
      return true;
    }
    if (!before.array().isEmpty() || !after.array().isEmpty()) {
      return false;
    }
    return switch (after.name()) {
      case "text" -> before.name().equals("varchar");
      case "inet" -> before.name().equals("cidr");
      default ->
          before.name().equals(after.name()) ? grows(before, after) : unlimited(before, after);
    };
  }

  private static boolean unlimited(Type before, Type after) {
    return before.name().equals("text")
        && after.name().equals("varchar")
        && after.size() == Integer.MAX_VALUE;
  }

  private static boolean grows(Type before, Type after) {
    return (GROWING.contains(after.name()) || TIMES.contains(after.name()))
        && after.size() >= before.size()
        && (after.scale() == before.scale() || after.size() == Integer.MAX_VALUE);
  }

  private static Type parse(String text) {
    var matcher =
        Clauses.match(
            "([\\w. ]+?) ?(?:\\((\\d+)(?:,(-?\\d+))?\\))?( with(?:out)? time zone)?"
                + "((?: ?\\[\\d*\\])*)",
            text.strip());
    if (!matcher.matches()) {
      return new Type(text.strip(), 0, 0, "");
    }
    var zone = matcher.group(4) == null ? "" : matcher.group(4);
    var name = name(matcher.group(1).replaceFirst("^pg_catalog\\.", "") + zone);
    return new Type(
        name,
        matcher.group(2) == null ? unsized(name) : Integer.parseInt(matcher.group(2)),
        matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)),
        matcher.group(5).strip());
  }

  /// What no size means.
  private static int unsized(String name) {
    return TIMES.contains(name) ? 6 : GROWING.contains(name) ? Integer.MAX_VALUE : 1;
  }

  private static String name(String type) {
    return switch (type) {
      case "character varying", "char varying" -> "varchar";
      case "character" -> "char";
      case "bit varying" -> "varbit";
      case "decimal", "dec" -> "numeric";
      case "int2" -> "smallint";
      case "int4", "integer" -> "int";
      case "int8" -> "bigint";
      case "bool" -> "boolean";
      case "float4" -> "real";
      case "float8" -> "double precision";
      case "time without time zone" -> "time";
      case "time with time zone" -> "timetz";
      case "timestamp without time zone" -> "timestamp";
      case "timestamp with time zone" -> "timestamptz";
      default -> type;
    };
  }
}
