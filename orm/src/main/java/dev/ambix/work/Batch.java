package dev.ambix.work;

import dev.ambix.entity.EntityType;
import java.util.BitSet;
import java.util.List;

/// Changes that one statement shape does: of one kind, to one entity, naming the same columns.
///
/// @param changes the changes, in the order in which they are done; never empty
/// @param <E> the entity
public record Batch<E>(List<Change<E>> changes) {
  public Batch {
    changes = List.copyOf(changes);
  }

  public Change.Kind kind() {
    return changes.getFirst().kind();
  }

  public EntityType<E> type() {
    return changes.getFirst().type();
  }

  /// The columns that the statement sets.
  public BitSet columns() {
    return changes.getFirst().columns();
  }

  /// Whether the changes are steps of their own beside the changes of rows.
  public boolean second() {
    return changes.getFirst().second();
  }
}
