package dev.ambix.session;

import dev.ambix.entity.Entities;
import dev.ambix.entity.EntityType;
import dev.ambix.entity.Link;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Association;
import dev.ambix.mapping.Association.Children;
import dev.ambix.mapping.Association.Inverse;
import dev.ambix.mapping.Association.Linked;
import dev.ambix.mapping.Association.One;
import dev.ambix.mapping.Association.Reference;
import dev.ambix.mapping.Association.Several;
import dev.ambix.mapping.Column.Attribute.Source;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.Ref;
import dev.ambix.work.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The associations of a session's objects: hears of their changes, keeps both sides in step, makes
/// what is reachable part of the session, and knows the links that a flush has to write.
///
/// An object reports what happens to its associations from the moment it is part of the session,
/// and what it had by then is taken in at once; so at any time all that is reachable is part of it.
final class Relations {
  private final Session session;
  private final Entities entities;

  /// Collections that were changed since the last flush.
  private Set<Touched<?, ?>> touched = Set.of();

  /// Objects that become part of the session, one after the other.
  private final Deque<Object> arriving = new ArrayDeque<>(1);

  private boolean adopting;

  Relations(Session session, Entities entities) {
    this.session = session;
    this.entities = entities;
  }

  /// Watches an object that was loaded. What no column of its row holds is not loaded.
  <E> void bindLoaded(Entry<E> entry) {
    var associations = entry.type.mapping().associations();
    if (associations.isEmpty()) {
      return;
    }
    var binding = new Binding<>(this, entry);
    for (int i = 0; i < associations.size(); i++) {
      unload(associations.get(i), entry.type.mapping().association(entry.entity, i), binding);
    }
  }

  @SuppressWarnings("unchecked") // the attribute is of the association
  private static <T> void unload(
      Association<?, T> association, Object attribute, Binding<?> binding) {
    switch (association) {
      case Reference<?, T> reference -> reference.bind((Ref<T>) attribute, binding);
      case Inverse<?, T> inverse -> {
        inverse.unload((Ref<T>) attribute);
        inverse.bind((Ref<T>) attribute, binding);
      }
      case Several<?, T> several -> {
        several.unload((Many<T>) attribute);
        several.bind((Many<T>) attribute, binding);
      }
    }
  }

  /// Watches an object that was added, and takes in what its associations hold already.
  <E> void bindAdded(Entry<E> entry) {
    var associations = entry.type.mapping().associations();
    if (associations.isEmpty()) {
      return;
    }
    var binding = new Binding<>(this, entry);
    for (int i = 0; i < associations.size(); i++) {
      takeIn(entry, i, associations.get(i), binding);
    }
  }

  @SuppressWarnings("unchecked") // the attribute is of the association
  private <E, T> void takeIn(
      Entry<E> entry, int at, Association<E, T> association, Binding<E> binding) {
    var attribute = entry.type.mapping().association(entry.entity, at);
    switch (association) {
      case One<E, T> one -> {
        one.bind((Ref<T>) attribute, binding);
        var target = one.peek((Ref<T>) attribute);
        if (target != null) {
          set(entry, association, null, target);
        }
      }
      case Several<E, T> several -> {
        var many = (Many<T>) attribute;
        several.bind(many, binding);
        for (var member : List.copyOf(several.added(many))) {
          added(entry, association, member);
        }
      }
    }
  }

  /// Whether the session still has the object.
  <E> boolean isWatched(Entry<E> entry) {
    return !session.isClosed() && session.context().of(entry.type, entry.entity) == entry;
  }

  /// A reference leads elsewhere.
  <E, T> void set(
      Entry<E> owner,
      Association<E, T> association,
      @Nullable Object before,
      @Nullable Object now) {
    adopt(now);
    var inverse = inverse(owner, association);
    if (inverse.isEmpty()) {
      return;
    }
    if (before != null) {
      part(before, inverse.getAsInt(), owner.entity);
    }
    if (now != null) {
      meet(now, inverse.getAsInt(), owner.entity);
    }
  }

  <E, T> void added(Entry<E> owner, Association<E, T> association, Object member) {
    adopt(member);
    touch(owner.entity, owner.type.position(association));
    inverse(owner, association).ifPresent(inverse -> meet(member, inverse, owner.entity));
  }

  <E, T> void removed(Entry<E> owner, Association<E, T> association, Object member) {
    touch(owner.entity, owner.type.position(association));
    if (association instanceof Children<E, T> children && children.orphanRemoval()) {
      orphan(member);
    } else {
      inverse(owner, association).ifPresent(inverse -> part(member, inverse, owner.entity));
    }
  }

  private <M> void orphan(M member) {
    if (session.contains(member)) {
      session.remove(member);
    }
  }

  private static <E> OptionalInt inverse(Entry<E> owner, Association<E, ?> association) {
    return owner.type.inverse(owner.type.position(association));
  }

  /// The other side of an association gets a new object, and leaves the one that it had.
  private <M> void meet(M member, int association, Object owner) {
    with(member, association, (type, found) -> meet(type, member, association, found, owner));
  }

  @SuppressWarnings({"unchecked", "ReferenceEquality"}) // the attribute is of the association
  private <M, T> void meet(
      EntityType<M> type, M member, int at, Association<M, T> association, Object owner) {
    var attribute = type.mapping().association(member, at);
    switch (association) {
      case One<M, T> one -> {
        var before = one.peek((Ref<T>) attribute);
        one.assign((Ref<T>) attribute, (T) owner);
        if (before != null && before != owner) {
          type.inverse(at).ifPresent(inverse -> part(before, inverse, member));
        }
      }
      case Several<M, T> several -> {
        several.join((Many<T>) attribute, (T) owner);
        touch(member, at);
      }
    }
  }

  /// The other side of an association loses an object.
  private <M> void part(M member, int association, Object owner) {
    with(member, association, (type, found) -> part(type, member, association, found, owner));
  }

  @SuppressWarnings({"unchecked", "ReferenceEquality"}) // the attribute is of the association
  private <M, T> void part(
      EntityType<M> type, M member, int at, Association<M, T> association, Object owner) {
    var attribute = type.mapping().association(member, at);
    switch (association) {
      case One<M, T> one -> {
        var ref = (Ref<T>) attribute;
        if (one.peek(ref) == owner || (!ref.isLoaded() && ownerHasKey(ref, owner))) {
          one.assign(ref, null);
        }
      }
      case Several<M, T> several -> {
        several.leave((Many<T>) attribute, (T) owner);
        touch(member, at);
      }
    }
  }

  private <O> boolean ownerHasKey(Ref<?> ref, O owner) {
    return Objects.equals(ref.key(), entities.entityOf(owner).key(owner));
  }

  private <M> void with(
      M member, int association, BiConsumer<EntityType<M>, Association<M, ?>> action) {
    var type = entities.entityOf(member);
    action.accept(type, type.mapping().associations().get(association));
  }

  private <M> void touch(M owner, int association) {
    var type = entities.entityOf(owner);
    if (type.mapping().associations().get(association) instanceof Several<M, ?> several) {
      touch(type, owner, association, several);
    }
  }

  @SuppressWarnings("unchecked") // the attribute is of the association
  private <M, T> void touch(EntityType<M> type, M owner, int at, Several<M, T> association) {
    if (touched.isEmpty()) {
      touched = new LinkedHashSet<>();
    }
    touched.add(new Touched<>(owner, association, (Many<T>) type.mapping().association(owner, at)));
  }

  /// Makes an object part of the session, with all that it leads to.
  private void adopt(@Nullable Object object) {
    if (object == null) {
      return;
    }
    arriving.add(object);
    if (adopting) {
      return;
    }
    adopting = true;
    try {
      while (!arriving.isEmpty()) {
        arrive(arriving.remove());
      }
    } finally {
      adopting = false;
      arriving.clear();
    }
  }

  private <T> void arrive(T object) {
    var type = entities.entityOf(object);
    if (session.context().of(type, object) != null) {
      return;
    }
    boolean numbered =
        List.of(Source.IDENTITY, Source.SEQUENCE, Source.UUID_V7).stream()
            .flatMap(source -> type.positions(source).stream())
            .anyMatch(column -> !Generator.isUnset(type.mapping().get(object, column)));
    if (numbered) {
      throw new UsageException(
          "DetachedObject",
          type.name()
              + ": an association leads to an object that has an id, but is not of this session; got"
              + " a detached one, expected one of the session or a new one. Read it by its key"
              + " first, or add it if its row is yet to be inserted.");
    }
    session.add(object);
  }

  /// Whether a flush has links to write.
  boolean isClean() {
    return touched.isEmpty() || touched.stream().noneMatch(Touched::hasLinks);
  }

  /// Whether a flush would write links to one of these tables.
  boolean pending(Set<String> tables) {
    return touched.stream()
        .anyMatch(each ->
            each.association instanceof Linked<?, ?> linked
                && tables.contains(linked.linkTable())
                && each.hasLinks());
  }

  void clear() {
    touched = Set.of();
  }

  /// The links that were made and cut since the last flush.
  List<Change<?>> links(Generator generator) {
    var changes = new ArrayList<Change<?>>();
    for (var each : touched) {
      links(each, generator, changes);
    }
    return changes;
  }

  private <E, T> void links(Touched<E, T> each, Generator generator, List<Change<?>> changes) {
    if (!(each.association instanceof Linked<E, T> linked) || !linked.isOwner()) {
      return;
    }
    var type = entities.links(linked);
    if (isRemoved(each.owner)) {
      return;
    }
    for (var member : linked.removed(each.many)) {
      var link = Link.of(type, each.owner, member);
      changes.add(Change.delete(type, link, type.mapping().snapshot(link)));
    }
    for (var member : linked.added(each.many)) {
      if (!isRemoved(member)) {
        changes.add(Flush.insertion(type, Link.of(type, each.owner, member), generator));
      }
    }
  }

  /// Whether the flush deletes its row, with which the database deletes its links.
  private <M> boolean isRemoved(M object) {
    var entry = session.context().of(object);
    return entry != null && entry.removed;
  }

  /// What was changed is written.
  void flushed() {
    touched.forEach(Touched::flushed);
    touched = Set.of();
  }

  /// A row is gone, or will never be: what led to its object loses it, and its changes are none.
  <E> void deleted(Entry<E> entry) {
    if (!touched.isEmpty()) {
      touched.removeIf(each -> each.isOf(entry.entity));
    }
    var associations = entry.type.mapping().associations();
    for (int i = 0; i < associations.size(); i++) {
      var inverse = entry.type.inverse(i);
      if (inverse.isPresent()) {
        for (var other : others(entry, i)) {
          part(other, inverse.getAsInt(), entry.entity);
        }
      }
    }
  }

  /// What an association leads to, as far as it is loaded, but for objects that refer to this one.
  private static <E> List<?> others(Entry<E> entry, int association) {
    var attribute = entry.type.mapping().association(entry.entity, association);
    var target = entry.type.target(entry.entity, association);
    if (target != null) {
      return List.of(target);
    }
    boolean linked = entry.type.mapping().associations().get(association) instanceof Linked<?, ?>;
    return linked && attribute instanceof Many<?> many && many.isLoaded()
        ? List.copyOf(many.list())
        : List.of();
  }

  /// Loads an association of an object, and of those that came with it, if its query asked for
  /// that.
  <E> boolean loadForPeers(Entry<E> entry, Association<?, ?> association) {
    if (entry.peers == null || !isWatched(entry)) {
      return false;
    }
    new Loader(session, session.context())
        .load(entry.type, entry.peers.stream().map(each -> each.entity).toList(), association);
    return true;
  }

  /// A collection that was changed.
  private record Touched<E, T>(E owner, Several<E, T> association, Many<T> many) {
    boolean hasLinks() {
      return association instanceof Linked<E, T> linked
          && linked.isOwner()
          && !(linked.added(many).isEmpty() && linked.removed(many).isEmpty());
    }

    void flushed() {
      association.flushed(many);
    }

    @SuppressWarnings("ReferenceEquality") // an object is itself
    boolean isOf(Object object) {
      return owner == object;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a collection is itself
    public boolean equals(@Nullable Object other) {
      return other instanceof Touched<?, ?> touched && touched.many == many;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(many);
    }
  }
}
