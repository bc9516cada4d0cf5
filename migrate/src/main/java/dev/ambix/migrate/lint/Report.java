package dev.ambix.migrate.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Takes down what is found in a section. What is done to a table that the section itself creates
/// locks nobody out.
final class Report {
  private final String file;
  private final boolean postgresql;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> created = new HashSet<>();
  private int line;

  Report(String file, String engine) {
    this.file = file;
    this.postgresql = engine.equals("postgresql");
  }

  /// What follows is about the statement in this line.
  void at(int place) {
    line = place;
  }

  int line() {
    return line;
  }

  boolean postgresql() {
    return postgresql;
  }

  void created(String table) {
    created.add(table);
  }

  boolean isNew(String table) {
    return created.contains(table);
  }

  void find(Rule rule, String subject) {
    find(rule, subject, line);
  }

  void find(Rule rule, String subject, int place) {
    findings.add(new Finding(rule, file, place, subject));
  }

  /// Something that locks others out of a table that they use.
  void findLock(Rule rule, String table, String subject) {
    if (postgresql && !isNew(table)) {
      find(rule, subject);
    }
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
