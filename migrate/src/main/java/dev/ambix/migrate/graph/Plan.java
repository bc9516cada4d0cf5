package dev.ambix.migrate.graph;

import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import java.util.List;

/// What to run, in order.
///
/// @param steps the revisions: on the way up each after what it needs, on the way down before
public record Plan(Direction direction, List<Revision> steps) {
  public Plan {
    steps = List.copyOf(steps);
  }
}
