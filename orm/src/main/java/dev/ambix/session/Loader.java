package dev.ambix.session;

import dev.ambix.entity.EntityType;
import dev.ambix.mapping.Association;
import dev.ambix.mapping.Association.Children;
import dev.ambix.mapping.Association.Inverse;
import dev.ambix.mapping.Association.Linked;
import dev.ambix.mapping.Association.Reference;
import dev.ambix.mapping.Association.Several;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.Path;
import dev.ambix.mapping.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Loads associations of objects at hand: a statement for each, however many objects there are.
final class Loader {
  private final Session session;
  private final Context context;

  /// @param context what knows the objects: that of the session, or of a chunk of a stream
  Loader(Session session, Context context) {
    this.session = session;
    this.context = context;
  }

  /// Loads one association and nothing beyond it.
  <E> void load(EntityType<E> type, List<E> objects, Association<?, ?> association) {
    load(
        type,
        objects,
        new Branch(new Path.Step(association, true, List.of(), List.of(), 1), List.of()));
  }

  /// Loads these associations, and what lies beyond them.
  <E> void load(List<E> objects, List<Branch> branches) {
    var type = session.entities().entityOf(objects.getFirst());
    branches.forEach(branch -> load(type, objects, branch));
  }

  /// Loads an association, and what lies beyond it.
  @SuppressWarnings("unchecked") // a path starts at its entity
  <E> void load(EntityType<E> type, List<E> objects, Branch branch) {
    if (!objects.isEmpty()) {
      load(new Owners<>(type, objects), branch, (Association<E, ?>) branch.association());
    }
  }

  private <E, T> void load(Owners<E> owners, Branch branch, Association<E, T> association) {
    switch (association) {
      case Reference<E, T> reference -> references(owners, branch, reference);
      case Inverse<E, T> inverse -> inverse(owners, branch, inverse);
      case Children<E, T> children -> several(owners, branch, children);
      case Linked<E, T> linked -> several(owners, branch, linked);
    }
  }

  private <E, T> void references(Owners<E> owners, Branch branch, Reference<E, T> reference) {
    var refs = new LinkedHashMap<Object, List<Ref<T>>>();
    for (var ref : owners.<Ref<T>>attributes(reference)) {
      var key = reference.key(ref);
      if (key != null && (!ref.isLoaded() || !branch.branches().isEmpty())) {
        refs.computeIfAbsent(key, _ -> new ArrayList<>()).add(ref);
      }
    }
    var found = found(branch, reference, List.copyOf(refs.keySet()));
    refs.forEach((key, all) ->
        all.forEach(
            ref -> Fetch.attach(reference, ref, first(found.getOrDefault(key, List.of())))));
  }

  private static <T> @Nullable T first(List<T> list) {
    return list.isEmpty() ? null : list.getFirst();
  }

  private <E, T> void inverse(Owners<E> owners, Branch branch, Inverse<E, T> inverse) {
    var found = found(branch, inverse, owners.keys());
    owners.forEach(
        inverse,
        (Object key, Ref<T> ref) -> {
          var target = first(found.getOrDefault(key, List.of()));
          inverse.assign(ref, target);
        });
    owners.meet(inverse, found, session);
  }

  private <E, T> void several(Owners<E> owners, Branch branch, Several<E, T> several) {
    var found = found(branch, several, owners.keys());
    owners.forEach(
        several,
        (Object key, Many<T> many) -> several.load(many, found.getOrDefault(key, List.of())));
    if (several instanceof Children<E, T>) {
      owners.meet(several, found, session);
    }
  }

  /// What the association leads to, by the key of the object that it starts at; for a reference, by
  /// its own key.
  private <T> Map<Object, List<T>> found(
      Branch branch, Association<?, T> association, List<Object> keys) {
    var target = session.entities().entity(association.targetType());
    var fetch = new Fetch<>(session, context, target, branch.branches(), false, false);
    return ByKey.of(session, branch.step()).read(session, keys, fetch);
  }

  /// The objects whose association is loaded.
  private record Owners<E>(EntityType<E> type, List<E> objects) {
    List<Object> keys() {
      var keys = new ArrayList<Object>(objects.size());
      for (var object : objects) {
        var key = type.knownKey(object);
        if (key != null) {
          keys.add(key);
        }
      }
      return keys;
    }

    @SuppressWarnings("unchecked") // the attribute is of the association
    <A> List<A> attributes(Association<E, ?> association) {
      int position = type.position(association);
      return objects.stream()
          .map(object -> (A) type.mapping().association(object, position))
          .toList();
    }

    <A> void forEach(
        Association<E, ?> association, java.util.function.BiConsumer<Object, A> action) {
      var attributes = this.<A>attributes(association);
      for (int i = 0; i < attributes.size(); i++) {
        var key = type.knownKey(objects.get(i));
        if (key != null) {
          action.accept(key, attributes.get(i));
        }
      }
    }

    /// Gives the objects that were found, which refer to these, their references.
    <T> void meet(Association<E, T> association, Map<Object, List<T>> found, Session session) {
      var inverse = type.inverse(type.position(association));
      if (inverse.isEmpty()) {
        return;
      }
      var target = session.entities().entity(association.targetType());
      for (var object : objects) {
        var members = found.getOrDefault(type.knownKey(object), List.of());
        members.forEach(member -> Fetch.refer(target, member, inverse.getAsInt(), object));
      }
    }
  }
}
