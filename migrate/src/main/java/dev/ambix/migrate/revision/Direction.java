package dev.ambix.migrate.revision;

import java.util.Locale;

/// Which way a section of a revision goes.
public enum Direction {
  /// From its parents to the revision.
  UPGRADE,
  /// Back to its parents.
  DOWNGRADE;

  /// The word in the file.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
