package dev.ambix.migrate.run;

import dev.ambix.migrate.revision.Direction;
import java.time.Instant;
import java.util.Optional;

/// What the database remembers of a revision.
///
/// @param checksum that of its file; of one that is half done, that of the steps that are done
/// @param state `applied`, or the direction in which it is half done
/// @param done how many steps of that are done
/// @param started how many were started: one more than `done` when the runner may have died in it
/// @param at when it was applied
/// @param millis how long that took
public record Applied(
    String id,
    String message,
    String checksum,
    String state,
    int done,
    int started,
    Instant at,
    long millis) {
  static final String DONE = "applied";

  /// The direction in which it is half done; empty when it is applied.
  public Optional<Direction> half() {
    return switch (state) {
      case "upgrade" -> Optional.of(Direction.UPGRADE);
      case "downgrade" -> Optional.of(Direction.DOWNGRADE);
      default -> Optional.empty();
    };
  }

  /// Whether the database has it: one that is half upgraded does not count, one that is half
  /// downgraded does.
  public boolean counts() {
    return !state.equals(Direction.UPGRADE.word());
  }
}
