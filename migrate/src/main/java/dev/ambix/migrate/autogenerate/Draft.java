package dev.ambix.migrate.autogenerate;

import dev.ambix.migrate.ddl.Script;
import dev.ambix.schema.Change;
import dev.ambix.schema.LikelyRenames;
import java.util.List;

/// What brings a database from one state to another, and back.
///
/// @param changes the changes, new names first, in the order in which they run
/// @param upgrade the statements that make them
/// @param downgrade the statements that undo them; rows that were dropped do not come back
public record Draft(List<Change> changes, Script upgrade, Script downgrade) {
  public Draft {
    changes = List.copyOf(changes);
  }

  /// Whether the two states are the same.
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /// The changes that lose data.
  public List<Change> drops() {
    return changes.stream()
        .filter(change -> change instanceof Change.DropTable || change instanceof Change.DropColumn)
        .toList();
  }

  /// The drops and additions that may be a new name each, which nobody has said yet.
  public List<Change.Rename> likelyRenames() {
    return LikelyRenames.among(changes);
  }
}
