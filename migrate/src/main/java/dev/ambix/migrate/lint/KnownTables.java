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
import java.util.stream.Stream;

/// What the statements so far have made: columns with their types, their checks, and what is
/// indexed.
final class KnownTables {
  private static final Pattern CREATE =
      Clauses.pattern(
          "create (?:[a-z]+ )*?(?:table|materialized view) (?:if not exists )?([\\w.$]+)\\b ?(.*)");
  private static final Pattern INDEX =
      Clauses.pattern(
          "create (?:unique )?index (?:concurrently )?(?:if not exists )?(?:[\\w.$]+ )?on (?:only"
              + " )?([\\w.$]+) (?:using \\w+ )?(\\(.*)");
  private static final Pattern KEY =
      Clauses.pattern(
          "(?:constraint [\\w$]+ )?(?:primary key|unique)(?: nulls not distinct)? (\\(.*)");
  private static final Pattern COLUMN =
      Clauses.pattern(
          "([\\w$]+) ([\\w.$]+(?: (?:precision|varying))?(?: ?\\([^)]*\\))?"
              + "(?: with(?:out)? time zone)?(?: ?\\[\\d*\\])*).*");
  private static final Pattern CHECK =
      Clauses.pattern("(?:.*?\\bconstraint ([\\w$]+) |.*?\\b)?check (\\(.*)");
  private static final Pattern DOMAIN =
      Clauses.pattern("create domain ([\\w.$]+) .*\\b(?:check|not null)\\b.*");
  private static final Pattern FUNCTION =
      Clauses.pattern("create (?:or replace )?function ([\\w.$]+) ?\\(.*");

  private final Map<String, Map<String, String>> types = new HashMap<>();
  private final Map<String, List<List<String>>> indexed = new HashMap<>();
  private final Map<String, List<String>> indexes = new HashMap<>();
  private final Map<String, Map<String, Check>> checks = new HashMap<>();
  private final Set<String> constrained = new HashSet<>();
  private final Set<String> volatiles = new HashSet<>();

  private record Check(String condition, boolean valid) {}

  /// The name of the table that a statement creates.
  static Optional<String> created(String statement) {
    var matcher = CREATE.matcher(statement);
    return matcher.matches() ? Optional.of(Clauses.bare(matcher.group(1))) : Optional.empty();
  }

  /// The parts of the definition of a table.
  static List<String> definition(String statement) {
    var matcher = CREATE.matcher(statement);
    return matcher.matches() && matcher.group(2).startsWith("(")
        ? Clauses.parts(Clauses.inBrackets(matcher.group(2)))
        : List.of();
  }

  void see(String statement) {
    created(statement)
        .ifPresent(table -> definition(statement).forEach(part -> define(table, part)));
    Matcher index = INDEX.matcher(statement);
    if (index.matches()) {
      var table = Clauses.bare(index.group(1));
      if (Clauses.flat(index.group(2)).contains(" where ")) {
        indexes.computeIfAbsent(table, _ -> new ArrayList<>()).add(index.group(2));
      } else {
        index(table, Clauses.inBrackets(index.group(2)));
      }
    }
    var domain = DOMAIN.matcher(statement);
    if (domain.matches()) {
      constrained.add(Clauses.bare(domain.group(1)));
    }
    var function = FUNCTION.matcher(statement);
    if (function.matches() && !statement.matches(".*\\b(immutable|stable)\\b.*")) {
      volatiles.add(Clauses.bare(function.group(1)));
    }
  }

  /// Takes the definition of a column or a constraint.
  void define(String table, String part) {
    var key = KEY.matcher(part);
    var column = COLUMN.matcher(part);
    boolean isColumn = !part.matches("(constraint|foreign|check|exclude|like|primary|unique)\\b.*");
    if (key.matches()) {
      index(table, Clauses.inBrackets(key.group(1)));
    } else if (isColumn && column.matches()) {
      type(table, column.group(1), column.group(2));
      if (part.matches(".* (primary key|unique)\\b.*")) {
        index(table, column.group(1));
      }
    }
    var check = CHECK.matcher(part);
    if (check.matches()) {
      var own = isColumn && column.matches() ? "_" + column.group(1) : "";
      var name = Optional.ofNullable(check.group(1)).orElse(table + own + "_check");
      var condition = Clauses.inBrackets(check.group(2));
      check(table, name, condition, !Clauses.flat(part).matches(".* not valid\\b.*"));
    }
  }

  private void index(String table, String columns) {
    indexes.computeIfAbsent(table, _ -> new ArrayList<>()).add(columns);
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

  /// Whether an index has the column, or an expression of it.
  boolean isIndexed(String table, String column) {
    return indexes.getOrDefault(table, List.of()).stream().anyMatch(it -> names(it, column));
  }

  private static boolean names(String expression, String word) {
    return Clauses.pattern("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
        .matcher(expression)
        .find();
  }

  /// Notes a CHECK.
  ///
  /// @param valid whether the rows were checked
  void check(String table, String constraint, String condition, boolean valid) {
    checks
        .computeIfAbsent(table, _ -> new HashMap<>())
        .put(constraint, new Check(Clauses.bared(condition), valid));
  }

  /// Notes that a constraint was validated.
  void validated(String table, String constraint) {
    checks
        .getOrDefault(table, new HashMap<>())
        .computeIfPresent(constraint, (_, it) -> new Check(it.condition(), true));
  }

  /// Notes that a constraint is gone.
  void dropped(String table, String constraint) {
    checks.getOrDefault(table, new HashMap<>()).remove(constraint);
  }

  /// Whether a valid CHECK says that the column is not NULL.
  boolean isChecked(String table, String column) {
    return conditions(table)
        .filter(it -> !it.contains(" or "))
        .flatMap(it -> Stream.of(it.split(" and ", -1)))
        .anyMatch(it -> Clauses.bared(it).equals(column + " is not null"));
  }

  /// Whether a valid CHECK speaks of the column.
  boolean isInCheck(String table, String column) {
    return conditions(table).anyMatch(it -> names(it, column));
  }

  private Stream<String> conditions(String table) {
    return checks.getOrDefault(table, Map.of()).values().stream()
        .filter(Check::valid)
        .map(Check::condition);
  }

  /// Whether a type is a domain that not every value fits.
  boolean isConstrained(String type) {
    return constrained.contains(Clauses.bare(type));
  }

  /// Whether a function of the user in an expression may give another value each time.
  boolean callsVolatile(String expression) {
    return volatiles.stream()
        .anyMatch(it ->
            Clauses.pattern("(?<![\\w$])" + Pattern.quote(it) + " ?\\(")
                .matcher(expression)
                .find());
  }
}
