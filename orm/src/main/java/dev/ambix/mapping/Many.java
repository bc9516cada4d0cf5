package dev.ambix.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The entities that an association leads to, each once, in the order in which they were loaded and
/// added. It reads nothing by itself: what a query has not loaded says so, and names the path that
/// loads it. Adding and taking out need no loading. It belongs to the object that holds it, and to
/// that object's thread.
///
/// Objects are told apart by identity. An object that is added becomes part of the session of the
/// one that holds it, and the other side of the association follows.
///
/// @param <T> the entity that it leads to
public final class Many<T> implements Iterable<T> {
  private @Nullable List<T> members = new ArrayList<>(0);
  private @Nullable Set<T> index;
  private Set<T> added = Set.of();
  private Set<T> removed = Set.of();
  private @Nullable Association<?, ?> association;
  private Ref.@Nullable Watcher watcher;

  private Many() {}

  /// One without members.
  public static <T> Many<T> of() {
    return new Many<>();
  }

  /// Adds an object; nothing happens if it is there already.
  public void add(T object) {
    if (join(object) && watcher != null && association != null) {
      watcher.added(association, object);
    }
  }

  /// Adds each of them.
  public void addAll(Collection<? extends T> objects) {
    objects.forEach(this::add);
  }

  /// Takes an object out; nothing happens if it is known not to be there.
  public void remove(T object) {
    if (leave(object) && watcher != null && association != null) {
      watcher.removed(association, object);
    }
  }

  /// Takes out all that are there.
  public void clear() {
    List.copyOf(loaded()).forEach(this::remove);
  }

  /// Whether the object is there.
  public boolean contains(T object) {
    return index().contains(object);
  }

  public int size() {
    return loaded().size();
  }

  public boolean isEmpty() {
    return loaded().isEmpty();
  }

  /// The members, in order: a view, which cannot be changed.
  public List<T> list() {
    return Collections.unmodifiableList(loaded());
  }

  public Stream<T> stream() {
    return loaded().stream();
  }

  @Override
  public Iterator<T> iterator() {
    return list().iterator();
  }

  /// Whether its members can be read.
  public boolean isLoaded() {
    return members != null;
  }

  private List<T> loaded() {
    if (members == null && watcher != null && association != null) {
      watcher.load(association);
    }
    if (members == null) {
      throw Ref.notLoaded(association);
    }
    return members;
  }

  private Set<T> index() {
    var all = loaded();
    if (index == null) {
      index = identitySet(all);
    }
    return index;
  }

  /// Adds the object, and tells nobody.
  ///
  /// @return whether that changed something, as far as it is known
  boolean join(T object) {
    if (members != null) {
      if (!index().add(object)) {
        return false;
      }
      members.add(object);
    }
    return note(object, true);
  }

  /// Takes the object out, and tells nobody.
  boolean leave(T object) {
    if (members != null) {
      if (!index().remove(object)) {
        return false;
      }
      members.removeIf(each -> same(each, object));
    }
    return note(object, false);
  }

  /// Notes what has changed since the last flush; what comes and goes leaves no trace.
  private boolean note(T object, boolean comes) {
    if (added.isEmpty() && removed.isEmpty()) {
      added = identitySet(List.of());
      removed = identitySet(List.of());
    }
    var here = comes ? added : removed;
    var there = comes ? removed : added;
    return there.remove(object) || here.add(object);
  }

  @SuppressWarnings("ReferenceEquality") // objects are told apart by identity
  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one == other;
  }

  private static <T> Set<T> identitySet(Collection<T> objects) {
    Set<T> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(objects);
    return set;
  }

  Set<T> added() {
    return Collections.unmodifiableSet(added);
  }

  Set<T> removed() {
    return Collections.unmodifiableSet(removed);
  }

  /// What was added and taken out is written.
  void flushed() {
    added = Set.of();
    removed = Set.of();
  }

  /// These are the members in the database; what was added and taken out since stays so.
  void load(Collection<? extends T> rows) {
    var all = new ArrayList<T>(rows);
    if (!removed.isEmpty()) {
      all.removeIf(removed::contains);
    }
    for (var each : added) {
      if (all.stream().noneMatch(member -> same(member, each))) {
        all.add(each);
      }
    }
    members = all;
    index = null;
  }

  /// Nothing is known of the members.
  void unload() {
    members = null;
    index = null;
  }

  void bind(Association<?, ?> itsAssociation, Ref.@Nullable Watcher itsWatcher) {
    association = itsAssociation;
    watcher = itsWatcher;
  }

  /// What it holds, to come back to with [#restore].
  State<T> save() {
    return new State<>(
        members == null ? null : new ArrayList<>(members),
        identitySet(added),
        identitySet(removed));
  }

  void restore(State<T> state) {
    members = state.members == null ? null : new ArrayList<>(state.members);
    index = null;
    added = identitySet(state.added);
    removed = identitySet(state.removed);
  }

  @Override
  public String toString() {
    return "Many[" + (members == null ? "not loaded" : members.size()) + "]";
  }

  /// What it held at a time.
  record State<T>(@Nullable List<T> members, Set<T> added, Set<T> removed) {}
}
