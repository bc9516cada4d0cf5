package dev.ambix.session;

import dev.ambix.entity.EntityType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a session knows of one object.
///
/// @param <E> the entity
final class Entry<E> {
  final EntityType<E> type;
  final E entity;

  /// The values that the row has; null while there is no row.
  @Nullable Object snapshot;

  /// What its associations held; of a copy only.
  private List<Object> associations = List.of();

  boolean removed;

  /// Whether the values are those of an earlier transaction: the next read of the row brings the
  /// object up to date.
  boolean stale;

  /// Those that came with it in a result whose associations are loaded for all at once.
  @Nullable List<Entry<E>> peers;

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
    var associations = type.mapping().associations();
    copy.associations = new ArrayList<>(associations.size());
    for (int i = 0; i < associations.size(); i++) {
      copy.associations.add(associations.get(i).save(type.mapping().association(entity, i)));
    }
    return copy;
  }

  /// Puts the values of the snapshot back into the object, and what its associations held.
  void restore() {
    if (snapshot != null) {
      type.mapping().restore(entity, snapshot);
    }
    for (int i = 0; i < associations.size(); i++) {
      var association = type.mapping().associations().get(i);
      association.restore(type.mapping().association(entity, i), associations.get(i));
    }
  }
}
