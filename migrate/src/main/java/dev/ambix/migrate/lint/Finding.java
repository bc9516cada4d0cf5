package dev.ambix.migrate.lint;

/// Something that lint has found.
///
/// @param file the revision
/// @param line the line of the statement
/// @param subject the table, or what else it is about
public record Finding(Rule rule, String file, int line, String subject) {
  /// One line: the code, the place, what is wrong and what to do.
  public String text() {
    return "[%s] %s:%d: %s: %s. %s."
        .formatted(rule, file, line, subject, rule.problem(), rule.fix());
  }
}
