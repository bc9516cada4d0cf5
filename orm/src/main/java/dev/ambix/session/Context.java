package dev.ambix.session;

import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The objects of a session: one for each row, and those that have no row yet.
final class Context {
  /// By entity and primary key, in the order of their loading.
  private final Map<EntityType<?>, Map<Object, Entry<?>>> rows = new HashMap<>();

  /// Objects without a row, in the order in which they were added.
  private final IdentityHashMap<Object, Entry<?>> added = new IdentityHashMap<>();

  private final List<Entry<?>> addedInOrder = new ArrayList<>();

  /// The object of a row: the one that the session has, or a new one with the row's values.
  ///
  /// @param first where the first column of the entity stands in the row
  <E> E load(EntityType<E> type, Row row, int first) {
    var key = Objects.requireNonNull(type.key(row, first), "key");
    var known = find(type, key);
    if (known != null) {
      return known.entity;
    }
    var entity = type.mapping().create();
    type.mapping().read(entity, row, first);
    rows(type).put(key, Entry.loaded(type, entity));
    return entity;
  }

  /// Overwrites the object of this row, if the session has it, with the row's values.
  <E> void reload(EntityType<E> type, Row row, int first) {
    var entry = find(type, Objects.requireNonNull(type.key(row, first), "key"));
    if (entry != null) {
      type.mapping().read(entry.entity, row, first);
      entry.synchronize();
    }
  }

  /// What the session knows of the row of this key.
  <E> @Nullable Entry<E> find(EntityType<E> type, Object key) {
    return typed(type, rows(type).get(key));
  }

  /// What the session knows of this object; null when it is not one of its own.
  @SuppressWarnings("ReferenceEquality") // the same object is what is asked
  <E> @Nullable Entry<E> of(EntityType<E> type, E entity) {
    Entry<E> fresh = typed(type, added.get(entity));
    if (fresh != null) {
      return fresh;
    }
    var key = type.key(entity);
    Entry<E> known = key == null ? null : find(type, key);
    return known != null && known.entity == entity ? known : null;
  }

  <E> void add(EntityType<E> type, E entity) {
    var entry = Entry.added(type, entity);
    added.put(entity, entry);
    addedInOrder.add(entry);
  }

  /// Takes an object that was added as that of a row.
  <E> void inserted(Entry<E> entry) {
    forgetAdded(entry);
    entry.synchronize();
    var key = Objects.requireNonNull(entry.type.key(entry.entity), "key");
    rows(entry.type).put(key, entry);
  }

  /// Lets the session forget an object.
  void forget(Entry<?> entry) {
    if (entry.snapshot == null) {
      forgetAdded(entry);
    } else {
      rows(entry.type).values().remove(entry);
    }
  }

  /// Lets the session forget the object of a row.
  void forgetRow(EntityType<?> type, Object key) {
    rows(type).remove(key);
  }

  private void forgetAdded(Entry<?> entry) {
    added.remove(entry.entity);
    addedInOrder.remove(entry);
  }

  /// The objects that have no row yet, in the order in which they were added.
  List<Entry<?>> added() {
    return addedInOrder;
  }

  /// The objects of rows, one entity after the other.
  List<Entry<?>> loaded() {
    return rows.values().stream()
        .flatMap(each -> each.values().stream())
        .<Entry<?>>map(e -> e)
        .toList();
  }

  boolean hasRowsOf(EntityType<?> type) {
    return !rows(type).isEmpty();
  }

  /// Whether a flush would change this table.
  boolean pending(EntityType<?> type) {
    return addedInOrder.stream().anyMatch(entry -> entry.type == type)
        || rows(type).values().stream()
            .anyMatch(entry -> entry.removed || !entry.changes().isEmpty());
  }

  /// Whether a flush would change anything.
  boolean pending() {
    return !addedInOrder.isEmpty() || rows.keySet().stream().anyMatch(this::pending);
  }

  void clear() {
    rows.clear();
    added.clear();
    addedInOrder.clear();
  }

  /// The state of all objects, to come back to with [#restore].
  List<Entry<?>> save() {
    var saved = new ArrayList<Entry<?>>();
    addedInOrder.forEach(entry -> saved.add(entry.copy()));
    loaded().forEach(entry -> saved.add(entry.copy()));
    return saved;
  }

  /// Comes back to a saved state: objects that were in the session then have their values of then,
  /// those that came later are forgotten.
  void restore(List<Entry<?>> saved) {
    clear();
    saved.forEach(this::restore);
  }

  private <E> void restore(Entry<E> entry) {
    entry.restore();
    if (entry.snapshot == null) {
      added.put(entry.entity, entry);
      addedInOrder.add(entry);
    } else {
      var key = Objects.requireNonNull(entry.type.key(entry.entity), "key");
      rows(entry.type).put(key, entry);
    }
  }

  /// Refuses an object whose row the session has as another object.
  <E> void requireFree(EntityType<E> type, Object key) {
    if (find(type, key) != null) {
      throw new UsageException(
          "AlreadyInSession",
          type.name()
              + ": the session has another object of this row; got a second, expected one."
              + " Change the one that find gives, or detach it first.");
    }
  }

  private Map<Object, Entry<?>> rows(EntityType<?> type) {
    return rows.computeIfAbsent(type, _ -> new LinkedHashMap<>());
  }

  @SuppressWarnings({
    "unchecked",
    "UnusedVariable"
  }) // entries are kept by their type, which it names
  private static <E> @Nullable Entry<E> typed(EntityType<E> type, @Nullable Entry<?> entry) {
    return (Entry<E>) entry;
  }
}
