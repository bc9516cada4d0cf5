package dev.ambix.migrate.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the statements so far have made: columns with their types, and what is indexed.
final class KnownTables {
  private static final Pattern CREATE =
      Pattern.compile("create (?:[a-z]+ )*?table (?:if not exists )?([\\w.$]+) (\\(.*)");
  private static final Pattern INDEX =
      Pattern.compile(
          "create (?:unique )?index (?:concurrently )?(?:if not exists )?(?:[\\w.$]+ )?on (?:only"
              + " )?([\\w.$]+) (?:using \\w+ )?(\\(.*)");
  private static final Pattern KEY =
      Pattern.compile(
          "(?:constraint [\\w$]+ )?(?:primary key|unique)(?: nulls not distinct)? (\\(.*)");
  private static final Pattern COLUMN =
      Pattern.compile(
          "([\\w$]+) ([a-z]+(?: (?:precision|varying|with(?:out)? time zone))*(?: ?\\([^)]*\\))?).*");

  private final Map<String, Map<String, String>> types = new HashMap<>();
  private final Map<String, List<List<String>>> indexed = new HashMap<>();
  private final Set<String> notNull = new HashSet<>();
  private final Map<String, String> pendingChecks = new HashMap<>();

  /// The name of the table that a statement creates.
  static Optional<String> created(String statement) {
    var matcher = CREATE.matcher(statement);
    return matcher.matches() ? Optional.of(Clauses.bare(matcher.group(1))) : Optional.empty();
  }

  /// The parts of the definition of a table.
  static List<String> definition(String statement) {
    var matcher = CREATE.matcher(statement);
    return matcher.matches() ? Clauses.parts(Clauses.inBrackets(matcher.group(2))) : List.of();
  }

  void see(String statement) {
    created(statement)
        .ifPresent(table -> definition(statement).forEach(part -> define(table, part)));
    Matcher index = INDEX.matcher(statement);
    if (index.matches()) {
      index(Clauses.bare(index.group(1)), Clauses.inBrackets(index.group(2)));
    }
  }

  /// Takes the definition of a column or a constraint.
  void define(String table, String part) {
    var key = KEY.matcher(part);
    var column = COLUMN.matcher(part);
    if (key.matches()) {
      index(table, Clauses.inBrackets(key.group(1)));
    } else if (column.matches() && !part.matches("(constraint|foreign|check|exclude|like) .*")) {
      types.computeIfAbsent(table, _ -> new HashMap<>()).put(column.group(1), column.group(2));
      if (part.matches(".* (primary key|unique)\\b.*")) {
        index(table, column.group(1));
      }
    }
  }

  private void index(String table, String columns) {
    indexed.computeIfAbsent(table, _ -> new ArrayList<>()).add(Clauses.columns(columns));
  }

  /// The type of a column, where a revision says it.
  Optional<String> type(String table, String column) {
    return Optional.ofNullable(types.getOrDefault(table, Map.of()).get(column));
  }

  /// Notes that a column has another type.
  void type(String table, String column, String type) {
    types.computeIfAbsent(table, _ -> new HashMap<>()).put(column, type);
  }

  /// Whether an index begins with these columns, in any order.
  boolean serves(String table, List<String> columns) {
    return indexed.getOrDefault(table, List.of()).stream()
        .anyMatch(it ->
            it.size() >= columns.size()
                && Set.copyOf(it.subList(0, columns.size())).equals(Set.copyOf(columns)));
  }

  /// Notes a CHECK that a column is not NULL, which is not valid yet.
  void checks(String table, String constraint, String column, boolean valid) {
    if (valid) {
      notNull.add(table + "." + column);
    } else {
      pendingChecks.put(table + "." + constraint, table + "." + column);
    }
  }

  /// Notes that a constraint was validated.
  void validated(String table, String constraint) {
    Optional.ofNullable(pendingChecks.get(table + "." + constraint)).ifPresent(notNull::add);
  }

  /// Whether a valid CHECK says that the column is not NULL.
  boolean isChecked(String table, String column) {
    return notNull.contains(table + "." + column);
  }
}
