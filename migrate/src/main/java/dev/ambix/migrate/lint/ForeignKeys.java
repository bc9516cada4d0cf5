package dev.ambix.migrate.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The foreign keys that a section makes, whose indexes may come after them.
final class ForeignKeys {
  private final Report report;
  private final Map<String, ForeignKey> found = new LinkedHashMap<>();

  private record ForeignKey(String table, List<String> columns, int line) {}

  ForeignKeys(Report report) {
    this.report = report;
  }

  /// Takes the definition of a column or a constraint.
  void see(String table, String definition) {
    var composite = Clauses.match("(?:constraint [\\w$]+ )?foreign key (\\(.*)", definition);
    var inline = Clauses.match("([\\w$]+) .*\\breferences .*", definition);
    if (composite.matches()) {
      note(table, Clauses.columns(Clauses.inBrackets(composite.group(1))));
    } else if (inline.matches() && !definition.startsWith("constraint ")) {
      note(table, List.of(inline.group(1)));
    }
  }

  private void note(String table, List<String> columns) {
    found.putIfAbsent(table + columns, new ForeignKey(table, columns, report.line()));
  }

  /// Finds those that no index begins with.
  void findUnindexed(KnownTables tables) {
    found.values().stream()
        .filter(it -> !tables.serves(it.table(), it.columns()))
        .forEach(it ->
            report.find(
                Rule.ForeignKeyIndex,
                it.table() + " (" + String.join(", ", it.columns()) + ")",
                it.line()));
  }
}
