package dev.ambix.session;

import dev.ambix.dialect.Statement;
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
import dev.ambix.query.Condition;
import dev.ambix.query.Node;
import dev.ambix.query.Node.ColumnRef;
import dev.ambix.query.Node.Hop;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    var target = session.entities().entity(reference.targetType());
    var own = new Origin.Named(target.table().name(), target.table().name());
    var found =
        read(
            target,
            branch,
            reference,
            List.copyOf(refs.keySet()),
            own,
            reference.hops().getFirst().to(),
            List.of());
    refs.forEach((key, all) ->
        all.forEach(
            ref -> Fetch.attach(reference, ref, first(found.getOrDefault(key, List.of())))));
  }

  private static <T> @Nullable T first(List<T> list) {
    return list.isEmpty() ? null : list.getFirst();
  }

  private <E, T> void inverse(Owners<E> owners, Branch branch, Inverse<E, T> inverse) {
    var found = byOwner(owners, branch, inverse, List.of());
    owners.forEach(
        inverse,
        (Object key, Ref<T> ref) -> {
          var target = first(found.getOrDefault(key, List.of()));
          inverse.assign(ref, target);
        });
    owners.meet(inverse, found, session);
  }

  private <E, T> void several(Owners<E> owners, Branch branch, Several<E, T> several) {
    var orders = branch.step().orders();
    var found = byOwner(owners, branch, several, orders.isEmpty() ? several.order().get() : orders);
    owners.forEach(
        several,
        (Object key, Many<T> many) -> several.load(many, found.getOrDefault(key, List.of())));
    if (several instanceof Children<E, T>) {
      owners.meet(several, found, session);
    }
  }

  /// What the association leads to, by the key of the object that it starts at.
  private <E, T> Map<Object, List<T>> byOwner(
      Owners<E> owners, Branch branch, Association<E, T> association, List<Order> orders) {
    var target = session.entities().entity(association.targetType());
    Origin origin = new Origin.Named(target.table().name(), target.table().name());
    var hops = association.hops();
    if (hops.size() == 2) {
      var back = new Hop(hops.getFirst().table(), hops.getLast().to(), hops.getLast().from());
      origin = new Origin.Joined(origin, back.table(), back, false);
    }
    return read(target, branch, association, owners.keys(), origin, hops.getFirst().to(), orders);
  }

  /// Reads the rows of an entity by the values of some columns.
  ///
  /// @param origin where the columns come from
  private <T> Map<Object, List<T>> read(
      EntityType<T> target,
      Branch branch,
      Association<?, T> association,
      List<Object> keys,
      Origin origin,
      List<String> columns,
      List<Order> orders) {
    var found = new HashMap<Object, List<T>>();
    if (keys.isEmpty()) {
      return found;
    }
    var owner = keyType(association);
    var by = columns.stream().<Node>map(column -> new ColumnRef(origin, column)).toList();
    var fetch = new Fetch<>(session, context, target, branch.branches(), false, false);
    var terms = new ArrayList<Node>();
    terms.add(owner.isAmong(by, keys));
    branch.step().conditions().stream().map(Condition::node).forEach(terms::add);
    var statement =
        new Statement.Select(
            target.table().name(),
            Select.concat(fetch.nodes(), by),
            Optional.of(terms.size() == 1 ? terms.getFirst() : new Node.Junction(true, terms)),
            orders,
            Optional.empty(),
            0);
    int width = fetch.nodes().size();
    session.query(
        statement,
        row -> {
          var object = fetch.object(row);
          var key = owner.keyAt(row, width);
          if (object != null && key != null) {
            found.computeIfAbsent(key, _ -> new ArrayList<>()).add(object);
          }
          return true;
        });
    fetch.loadSeparate();
    return found;
  }

  /// The entity whose key the rows are found by.
  private EntityType<?> keyType(Association<?, ?> association) {
    var entities = session.entities();
    return association instanceof Reference<?, ?>
        ? entities.entity(association.targetType())
        : entities.entity(association.entity());
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
