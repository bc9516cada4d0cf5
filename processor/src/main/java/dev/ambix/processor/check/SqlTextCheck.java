package dev.ambix.processor.check;

import dev.ambix.processor.read.SqlUse;

/// Says what is wrong where text that is not a constant could become SQL text.
public final class SqlTextCheck {
  private final Problems problems;

  public SqlTextCheck(Problems problems) {
    this.problems = problems;
  }

  /// Shows what is wrong with one of them.
  public void check(SqlUse use) {
    problems.error(use.origin(), code(use), use.subject(), text(use));
  }

  private static Code code(SqlUse use) {
    return switch (use.kind()) {
      case ARGUMENT, VARIABLE, REFERENCE -> Code.SqlNotConstant;
      case DROPPED, ADDED -> Code.SqlTextOverride;
    };
  }

  private static String text(SqlUse use) {
    return switch (use.kind()) {
      case ARGUMENT ->
          "SQL text stands in the sources, so that no input can become SQL; got `%s`, expected a compile-time constant. Write the text out with :name for each value, and bind the values."
              .formatted(use.text());
      case VARIABLE ->
          "SQL text stands in the sources, so that no input can become SQL; got the variable `%s`, expected a compile-time constant. Make it final and set it to a constant where it is declared; a parameter is marked @SqlText and never set."
              .formatted(use.text());
      case REFERENCE ->
          "what calls it through a reference is not checked; got `%s`, expected a call. Write a lambda that passes constant SQL text."
              .formatted(use.text());
      case DROPPED ->
          "a call of the method that overrides it goes unchecked; got a parameter without @SqlText in `%s`, expected one with it. Add @SqlText to the parameter."
              .formatted(use.text());
      case ADDED ->
          "a call through it goes unchecked; got a parameter without @SqlText here and with it in `%s`, expected both to have it. Add @SqlText to the parameter that lacks it, or remove it from the other."
              .formatted(use.text());
    };
  }
}
