package dev.ambix.migrate.revision;

import java.util.List;

/// One thing that a section does.
public sealed interface Step {
  /// The line of the file where it starts, from 1.
  int line();

  /// What it runs, in one line, for messages and logs.
  String summary();

  /// Whether it runs outside the transaction of the revision.
  boolean outside();

  /// A statement.
  ///
  /// @param text the SQL without the semicolon at its end
  /// @param outside whether it runs outside the transaction of the revision
  /// @param ignored the codes of lint findings that a comment before it accepts
  record Sql(String text, int line, boolean outside, List<String> ignored) implements Step {
    private static final int LONGEST = 100;

    public Sql {
      ignored = List.copyOf(ignored);
    }

    @Override
    public String summary() {
      var line = text.strip().replaceAll("\\s+", " ");
      return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
  }

  /// A data migration in Java.
  ///
  /// @param className the class, a `dev.ambix.migrate.run.DataMigration`
  /// @param outside whether it runs outside the transaction of the revision
  record Java(String className, int line, boolean outside) implements Step {
    @Override
    public String summary() {
      return "java " + className;
    }
  }
}
