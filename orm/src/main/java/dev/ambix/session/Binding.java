package dev.ambix.session;

import dev.ambix.mapping.Association;
import dev.ambix.mapping.Ref;
import org.jspecify.annotations.Nullable;

/// What the associations of one object report to: its session, for as long as that has the object.
///
/// @param <E> the entity
final class Binding<E> implements Ref.Watcher {
  private final Relations relations;
  private final Entry<E> entry;

  Binding(Relations relations, Entry<E> entry) {
    this.relations = relations;
    this.entry = entry;
  }

  @Override
  public void set(Association<?, ?> association, @Nullable Object before, @Nullable Object now) {
    if (relations.isWatched(entry)) {
      relations.set(entry, own(association), before, now);
    }
  }

  @Override
  public void added(Association<?, ?> association, Object member) {
    if (relations.isWatched(entry)) {
      relations.added(entry, own(association), member);
    }
  }

  @Override
  public void removed(Association<?, ?> association, Object member) {
    if (relations.isWatched(entry)) {
      relations.removed(entry, own(association), member);
    }
  }

  @Override
  public boolean load(Association<?, ?> association) {
    return relations.loadForPeers(entry, association);
  }

  @SuppressWarnings("unchecked") // an object has associations of its entity
  private Association<E, ?> own(Association<?, ?> association) {
    return (Association<E, ?>) association;
  }
}
