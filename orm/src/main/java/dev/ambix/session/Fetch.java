package dev.ambix.session;

import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Association;
import dev.ambix.mapping.Association.One;
import dev.ambix.mapping.Ref;
import dev.ambix.query.Node;
import dev.ambix.query.Node.Origin;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads entities, those that are joined to them, and then, a statement for each, what they lead to
/// besides.
///
/// @param <E> the entity
final class Fetch<E> implements Reading<E> {
  private final Session session;
  private final Context context;
  private final EntityType<E> type;
  private final int first;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Joined<E, ?>> joined = new ArrayList<>();
  private final List<Branch> separate = new ArrayList<>();
  private final boolean current;
  private final boolean peers;
  private final List<E> rows = new ArrayList<>();

  /// Each object once, where something is loaded for all of them.
  private final Set<E> objects = Collections.newSetFromMap(new IdentityHashMap<>());

  /// @param context what knows the objects: that of the session, or of a chunk of a stream
  /// @param current whether the rows are locked, so that their values count: then nothing is joined
  /// @param peers whether an access to what is not loaded loads it for all of these objects
  Fetch(
      Session session,
      Context context,
      EntityType<E> type,
      List<Branch> branches,
      boolean current,
      boolean peers) {
    this(
        session,
        context,
        type,
        new Origin.Named(type.table().name(), type.table().name()),
        0,
        branches,
        current,
        peers);
  }

  private Fetch(
      Session session,
      Context context,
      EntityType<E> type,
      Origin origin,
      int first,
      List<Branch> branches,
      boolean current,
      boolean peers) {
    this.session = session;
    this.context = context;
    this.type = type;
    this.first = first;
    this.current = current;
    this.peers = peers;
    boolean named = origin instanceof Origin.Named;
    nodes.addAll(named ? type.nodes() : type.nodes(origin));
    for (var branch : branches) {
      if (branch.isJoined() && !current) {
        join(branch, origin);
      } else {
        separate.add(branch);
      }
    }
  }

  @SuppressWarnings("unchecked") // a path starts at its entity
  private void join(Branch branch, Origin origin) {
    join(branch, (One<E, ?>) branch.association(), origin);
  }

  private <T> void join(Branch branch, One<E, T> one, Origin origin) {
    var next = one.origin().startingAt(origin).joined(one.name(), one.hops(), one.optional());
    var target = session.entities().entity(one.targetType());
    var fetch =
        new Fetch<>(
            session, context, target, next, first + nodes.size(), branch.branches(), false, peers);
    joined.add(new Joined<>(one, type.position(one), fetch));
    nodes.addAll(fetch.nodes);
  }

  @Override
  public List<Node> nodes() {
    return nodes;
  }

  @Override
  public void read(Row row) {
    var object = object(row);
    if (object != null) {
      rows.add(object);
    }
  }

  /// The object in a row; null where a join has found none.
  @Nullable E object(Row row) {
    var object =
        current ? context.loadCurrent(type, row, first) : context.loadOptional(type, row, first);
    if (object != null) {
      if (peers || !separate.isEmpty()) {
        objects.add(object);
      }
      for (var each : joined) {
        each.read(object, type, row);
      }
    }
    return object;
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public List<E> finish() {
    loadSeparate();
    if (peers) {
      makePeers();
    }
    return rows;
  }

  /// Loads what is not joined.
  void loadSeparate() {
    joined.forEach(each -> each.fetch.loadSeparate());
    if (!separate.isEmpty()) {
      var all = List.copyOf(objects);
      var loader = new Loader(session, context);
      separate.forEach(branch -> loader.load(type, all, branch));
    }
  }

  /// Lets an access to what is not loaded load it for all of these objects.
  private void makePeers() {
    var group = new ArrayList<Entry<E>>();
    for (var object : objects) {
      var entry = context.of(type, object);
      if (entry != null) {
        entry.peers = group;
        group.add(entry);
      }
    }
    joined.forEach(each -> each.fetch.makePeers());
  }

  /// A to-one association whose object stands in the same row.
  private record Joined<E, T>(One<E, T> association, int position, Fetch<T> fetch) {
    @SuppressWarnings("unchecked") // the attribute is of the association
    void read(E owner, EntityType<E> type, Row row) {
      var target = fetch.object(row);
      attach(association, (Ref<T>) type.mapping().association(owner, position), target);
      var inverse = type.inverse(position);
      if (target != null
          && association instanceof Association.Inverse<?, ?>
          && inverse.isPresent()) {
        refer(fetch.type, target, inverse.getAsInt(), owner);
      }
    }
  }

  /// Gives an object that refers to another one its reference.
  @SuppressWarnings("unchecked") // the other side leads back
  static <T, E> void refer(EntityType<T> type, T member, int association, E owner) {
    if (type.mapping().associations().get(association) instanceof One<T, ?> one) {
      ((One<T, E>) one).assign((Ref<E>) type.mapping().association(member, association), owner);
    }
  }

  /// Gives a reference its object; a key whose row is not there stays.
  static <T> void attach(One<?, T> association, Ref<T> ref, @Nullable T target) {
    if (target != null) {
      requireSubtype(association.toString(), association.targetType(), target);
    }
    if (target != null || association instanceof Association.Inverse<?, ?>) {
      association.assign(ref, target);
    }
  }

  /// An object that was read as one of this class.
  static <T> T requireSubtype(String subject, Class<T> type, T object) {
    if (!type.isInstance(object)) {
      throw new UsageException(
          "WrongSubtype",
          subject
              + ": the row is of another subtype; got a "
              + object.getClass().getSimpleName()
              + ", expected a "
              + type.getSimpleName()
              + ". Correct the row, or ask for the root of the hierarchy.");
    }
    return object;
  }
}
