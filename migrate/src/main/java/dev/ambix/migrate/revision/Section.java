package dev.ambix.migrate.revision;

import java.util.List;

/// A section of a revision: what it does in one direction on one engine, or on all.
///
/// @param dialect the engine, `sqlite` or `postgresql`; empty for all that have no section of their
///   own
/// @param foreignKeysOff whether SQLite's foreign keys are off while it runs, and checked at its
///   end, as the rebuild of a table needs it
/// @param steps what it does, in order; a merge does nothing
/// @param line where it starts
public record Section(
    Direction direction, String dialect, boolean foreignKeysOff, List<Step> steps, int line) {
  public Section {
    steps = List.copyOf(steps);
  }

  /// Whether it can run as one transaction.
  public boolean transactional() {
    return steps.stream().noneMatch(Step::outside);
  }
}
