package dev.ambix.session;

import dev.ambix.entity.EntityType;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// What a session knows of one object.
///
/// @param <E> the entity
final class Entry<E> {
  final EntityType<E> type;
  final E entity;

  /// The values that the row has; null while there is no row.
  @Nullable Object snapshot;

  boolean removed;

  /// Whether the values are those of an earlier transaction: the next read of the row brings the
  /// object up to date.
  boolean stale;

  Entry(EntityType<E> type, E entity, @Nullable Object snapshot) {
    this.type = type;
    this.entity = entity;
    this.snapshot = snapshot;
  }

  static <E> Entry<E> added(EntityType<E> type, E entity) {
    return new Entry<>(type, entity, null);
  }

  static <E> Entry<E> loaded(EntityType<E> type, E entity) {
    return new Entry<>(type, entity, type.mapping().snapshot(entity));
  }

  /// Takes the object's values as those of its row.
  void synchronize() {
    stale = false;
    snapshot = type.mapping().snapshot(entity);
  }

  /// Whether the program has changed it; never while there is no row. The version is the session's
  /// to count, so what the program writes there is no change.
  ///
  /// @param changed an empty set, which gets the changed columns: one serves for many objects
  boolean isChanged(BitSet changed) {
    if (snapshot == null) {
      return false;
    }
    type.mapping().changes(entity, snapshot, changed);
    if (type.version().isPresent()) {
      changed.clear(type.version().getAsInt());
    }
    return !changed.isEmpty();
  }

  /// A copy that keeps the present snapshot and state.
  Entry<E> copy() {
    var copy = new Entry<>(type, entity, snapshot);
    copy.removed = removed;
    copy.stale = stale;
    return copy;
  }

  /// Puts the values of the snapshot back into the object.
  void restore() {
    if (snapshot != null) {
      type.mapping().restore(entity, snapshot);
    }
  }
}
