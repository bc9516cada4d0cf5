package dev.ambix.session;

import dev.ambix.entity.Entities;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.schema.OnDelete;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The objects of a session: one for each row, and those that have no row yet.
final class Context {
  private final Entities entities;
  private final Relations relations;
  private final Observer observer;

  /// By entity and primary key, in the order of their loading.
  private final Map<EntityType<?>, Map<Object, Entry<?>>> rows = new HashMap<>(2);

  /// Objects that have no row yet.
  private final IdentityHashMap<Object, Entry<?>> added = new IdentityHashMap<>(0);

  /// The same, in the order in which they were added.
  private final Set<Entry<?>> addedInOrder = new LinkedHashSet<>();

  /// Those whose key was known when they were added, by entity and key.
  private final Map<EntityType<?>, Map<Object, Entry<?>>> addedRows = new HashMap<>();

  Context(Entities entities, Relations relations, Observer observer) {
    this.entities = entities;
    this.relations = relations;
    this.observer = observer;
  }

  /// As [#load], for a row that may be missing from a join.
  ///
  /// @return null where its key is NULL
  <E> @Nullable E loadOptional(EntityType<E> type, Row row, int first) {
    return type.key(row, first) == null ? null : load(type, row, first);
  }

  /// The object of a row: the one that the session has, or a new one with the row's values.
  ///
  /// @param first where the first column of the entity stands in the row
  <E> E load(EntityType<E> type, Row row, int first) {
    var key = Objects.requireNonNull(type.key(row, first), "key");
    var known = find(type, key);
    if (known != null) {
      if (isOutOfDate(known)) {
        type.mapping().read(known.entity, row, first);
        known.synchronize();
      }
      return known.entity;
    }
    var entity = type.mapping().create(row, first);
    type.mapping().read(entity, row, first);
    var entry = Entry.loaded(type, entity);
    rows(type).put(key, entry);
    relations.bindLoaded(entry);
    observer.loaded(entity);
    return entity;
  }

  /// As [#load], with the values of this row in the object, whatever it had.
  <E> E loadCurrent(EntityType<E> type, Row row, int first) {
    reload(type, row, first);
    return load(type, row, first);
  }

  /// Overwrites the object of this row, if the session has it, with the row's values.
  <E> void reload(EntityType<E> type, Row row, int first) {
    var entry = find(type, Objects.requireNonNull(type.key(row, first), "key"));
    if (entry != null) {
      type.mapping().read(entry.entity, row, first);
      entry.synchronize();
    }
  }

  /// The same, with a row of its own table alone.
  <E> void reloadOwn(EntityType<E> type, Row row) {
    var own = type.own();
    var entry = find(type, Objects.requireNonNull(own.key(row, 0), "key"));
    if (entry != null) {
      own.mapping().read(entry.entity, row, 0);
      entry.synchronize();
    }
  }

  /// What the session knows of the row of this key.
  <E> @Nullable Entry<E> find(EntityType<E> type, Object key) {
    return typed(type, known(rows, type).get(key));
  }

  /// What the session knows of the row that this key has, or will have after a flush: an object
  /// that was added in place of a removed one comes before that.
  <E> @Nullable Entry<E> findOrAdded(EntityType<E> type, Object key) {
    Entry<E> row = find(type, key);
    if (row != null && !row.removed) {
      return row;
    }
    Entry<E> fresh = typed(type, known(addedRows, type).get(key));
    return fresh != null && key.equals(type.key(fresh.entity)) ? fresh : row;
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

  /// What the session knows of this object.
  <E> @Nullable Entry<E> of(E object) {
    return of(entities.entityOf(object), object);
  }

  <E> Entry<E> add(EntityType<E> type, E entity) {
    var entry = Entry.added(type, entity);
    addEntry(entry);
    return entry;
  }

  private <E> void addEntry(Entry<E> entry) {
    added.put(entry.entity, entry);
    addedInOrder.add(entry);
    var key = entry.type.knownKey(entry.entity);
    if (key != null) {
      rows(addedRows, entry.type).put(key, entry);
    }
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
      forgetLoaded(entry);
    }
  }

  private <E> void forgetLoaded(Entry<E> entry) {
    var key = entry.type.key(entry.entity);
    if (key == null || !rows(entry.type).remove(key, entry)) {
      rows(entry.type).values().remove(entry);
    }
  }

  /// Lets the session forget the object of a row.
  void forgetRow(EntityType<?> type, Object key) {
    rows(type).remove(key);
  }

  private <E> void forgetAdded(Entry<E> entry) {
    added.remove(entry.entity);
    addedInOrder.remove(entry);
    var keyed = known(addedRows, entry.type);
    if (!keyed.isEmpty()) {
      var key = entry.type.key(entry.entity);
      if (key == null || !keyed.remove(key, entry)) {
        keyed.values().remove(entry);
      }
    }
  }

  /// The objects that have no row yet, in the order in which they were added.
  Collection<Entry<?>> added() {
    return Collections.unmodifiableSet(addedInOrder);
  }

  /// The objects of rows, one entity after the other.
  void forEachLoaded(Consumer<Entry<?>> action) {
    for (var ofType : rows.values()) {
      ofType.values().forEach(action);
    }
  }

  /// Whether there is nothing for a flush to do; most often there is not.
  boolean isClean() {
    if (!addedInOrder.isEmpty() || !relations.isClean()) {
      return false;
    }
    for (var ofType : rows.values()) {
      if (isChanged(ofType)) {
        return false;
      }
    }
    return true;
  }

  /// Refuses changes of objects that belong to a stream and not to the session, as nothing would
  /// write them.
  void requireUnchanged() {
    var changed = new BitSet();
    forEachLoaded(entry -> {
      if (entry.isChanged(changed)) {
        throw new UsageException(
            "StreamChanged",
            entry.type.name()
                + ": got a change of an object of a stream, which nothing would write, expected"
                + " none. Change the one that find gives, or use update.");
      }
    });
  }

  private static boolean isChanged(Map<Object, Entry<?>> ofType) {
    var changed = new BitSet();
    for (var entry : ofType.values()) {
      if (entry.removed || entry.isChanged(changed)) {
        return true;
      }
    }
    return false;
  }

  boolean hasRowsOf(EntityType<?> type) {
    return !known(rows, type).isEmpty();
  }

  /// Whether the session has objects whose rows go or change when rows of this table are deleted.
  boolean hasFollowersOf(EntityType<?> type) {
    return rows.entrySet().stream()
        .anyMatch(each -> !each.getValue().isEmpty() && !followers(each.getKey(), type).isEmpty());
  }

  /// Follows what the database does to other rows when it deletes these: objects of rows that went
  /// along are forgotten, those that lost their reference lose it. Rows between, of which the
  /// session has no object, hide what follows from them.
  void deleted(EntityType<?> type, Set<Object> keys) {
    for (var child : List.copyOf(rows.keySet())) {
      for (var reference : followers(child, type)) {
        follow(child, reference, keys);
      }
    }
  }

  private List<EntityType.Reference> followers(EntityType<?> child, EntityType<?> parent) {
    return child.references().stream()
        .filter(each -> each.follows() && entities.entity(each.target()) == parent)
        .toList();
  }

  private <E> void follow(EntityType<E> child, EntityType.Reference reference, Set<Object> keys) {
    var gone = new HashSet<Object>();
    for (var each : List.copyOf(rows(child).entrySet())) {
      Entry<E> entry = Objects.requireNonNull(typed(child, each.getValue()));
      var parent = child.mapping().tuple(entry.entity, reference.columns());
      if (parent != null && keys.contains(parent)) {
        if (reference.onDelete() == OnDelete.CASCADE) {
          forget(entry);
          gone.add(each.getKey());
        } else {
          reference.columns().stream()
              .filter(column -> child.attribute(column).nullable())
              .forEach(column -> child.mapping().set(entry.entity, column, null));
          entry.synchronize();
        }
      }
    }
    if (!gone.isEmpty()) {
      deleted(child, gone);
    }
  }

  /// Whether a flush would change one of these tables.
  boolean pending(Set<String> tables) {
    return relations.pending(tables)
        || tables.stream()
            .anyMatch(table -> entities.ofTable(table).filter(this::pending).isPresent());
  }

  /// Whether a flush would change this table.
  boolean pending(EntityType<?> type) {
    for (var entry : addedInOrder) {
      if (entry.type == type) {
        return true;
      }
    }
    return isChanged(known(rows, type))
        || (!type.references().isEmpty() && follows(type, new HashSet<>()));
  }

  /// Whether a flush would delete a row that rows of this table follow.
  private boolean follows(EntityType<?> type, Set<Class<?>> seen) {
    for (var reference : type.references()) {
      if (reference.follows() && seen.add(reference.target())) {
        var parent = entities.entity(reference.target());
        if (known(rows, parent).values().stream().anyMatch(entry -> entry.removed)
            || follows(parent, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether its values are of an earlier transaction, and the program has not changed them since.
  static boolean isOutOfDate(Entry<?> entry) {
    return entry.stale && !entry.removed && !entry.isChanged(new BitSet());
  }

  /// A transaction has ended: what it read may be another's by now.
  void transactionEnded() {
    rows.values().forEach(each -> each.values().forEach(entry -> entry.stale = true));
  }

  void clear() {
    rows.clear();
    added.clear();
    addedInOrder.clear();
    addedRows.clear();
    relations.clear();
  }

  /// The state of all objects, to come back to with [#restore].
  List<Entry<?>> save() {
    var saved = new ArrayList<Entry<?>>();
    addedInOrder.forEach(entry -> saved.add(entry.copy()));
    forEachLoaded(entry -> saved.add(entry.copy()));
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
      addEntry(entry);
    } else {
      var key = Objects.requireNonNull(entry.type.key(entry.entity), "key");
      rows(entry.type).put(key, entry);
    }
  }

  /// Refuses an object whose row the session has as another object.
  <E> void requireFree(EntityType<E> type, Object key) {
    var known = findOrAdded(type, key);
    if (known != null && !known.removed) {
      throw new UsageException(
          "AlreadyInSession",
          type.name()
              + ": the session has another object of this row; got a second, expected one."
              + " Change the one that find gives, or detach it first.");
    }
  }

  private static Map<Object, Entry<?>> known(
      Map<EntityType<?>, Map<Object, Entry<?>>> byType, EntityType<?> type) {
    return byType.getOrDefault(type, Map.of());
  }

  private Map<Object, Entry<?>> rows(EntityType<?> type) {
    return rows(rows, type);
  }

  private static Map<Object, Entry<?>> rows(
      Map<EntityType<?>, Map<Object, Entry<?>>> byType, EntityType<?> type) {
    return byType.computeIfAbsent(type, _ -> new LinkedHashMap<>(2)); // most have one row
  }

  @SuppressWarnings({
    "unchecked",
    "UnusedVariable"
  }) // entries are kept by their type, which it names
  private static <E> @Nullable Entry<E> typed(EntityType<E> type, @Nullable Entry<?> entry) {
    return (Entry<E>) entry;
  }
}
