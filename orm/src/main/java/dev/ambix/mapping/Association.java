package dev.ambix.mapping;

import dev.ambix.query.Node.Hop;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.Order;
import dev.ambix.type.Row;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An attribute that leads to other entities, as data, and what sessions and generated code do with
/// its [Ref] or [Many]. Generated code makes it; programs meet it only as part of a [Path].
/// Immutable and safe for any thread.
///
/// @param <E> the entity that has the attribute
/// @param <T> the entity that it leads to
public sealed interface Association<E, T> {
  /// What there is to know of every association.
  Definition<E, T> definition();

  /// The entity that has the attribute.
  default Class<E> entity() {
    return definition().entity;
  }

  /// The table of that entity.
  default String table() {
    return definition().origin.table();
  }

  /// Where its way starts: the table, or what is joined to another one.
  default Origin origin() {
    return definition().origin;
  }

  /// The name of the attribute.
  default String name() {
    return definition().name;
  }

  /// The entity that it leads to.
  default Class<T> targetType() {
    return definition().targetType;
  }

  /// How the entity that it leads to is read and written.
  default EntityMapping<T> target() {
    return definition().target();
  }

  /// The way from a row of the entity to those that it leads to, a table at a time.
  default List<Hop> hops() {
    return definition().hops;
  }

  /// What a [Ref] or [Many] of this association holds, to come back to with [#restore].
  Object save(Object attribute);

  /// Holds again what it held.
  void restore(Object attribute, Object saved);

  /// What every association has.
  final class Definition<E, T> {
    private final Class<E> entity;
    private final Origin origin;
    private final String name;
    private final Class<T> targetType;
    private final Supplier<? extends EntityMapping<T>> supplier;
    private final List<Hop> hops;
    private volatile @Nullable EntityMapping<T> target;

    /// @param table the table of the entity
    /// @param target makes the mapping of the other entity, when it is first needed
    public Definition(
        Class<E> entity,
        String table,
        String name,
        Class<T> targetType,
        Supplier<? extends EntityMapping<T>> target,
        Hop... hops) {
      this(entity, new Origin.Named(table, table), name, targetType, target, hops);
    }

    /// Of a subtype whose table is joined to that of its root.
    public Definition(
        Class<E> entity,
        Origin origin,
        String name,
        Class<T> targetType,
        Supplier<? extends EntityMapping<T>> target,
        Hop... hops) {
      this.entity = entity;
      this.origin = origin;
      this.name = name;
      this.targetType = targetType;
      this.supplier = target;
      this.hops = List.copyOf(Arrays.asList(hops));
    }

    private EntityMapping<T> target() {
      var known = target;
      if (known == null) {
        known = supplier.get();
        target = known;
      }
      return known;
    }

    @Override
    public String toString() {
      return entity.getSimpleName() + "." + name;
    }
  }

  /// An association that leads to one row at the most.
  sealed interface One<E, T> extends Association<E, T> {
    /// Whether there may be none.
    boolean optional();

    /// Tells the reference what it belongs to.
    default void bind(Ref<T> ref, Ref.@Nullable Watcher watcher) {
      ref.bind(this, watcher);
    }

    /// The object, if it is there.
    default @Nullable T peek(Ref<T> ref) {
      return ref.target();
    }

    /// Sets the object, and tells no watcher.
    default void assign(Ref<T> ref, @Nullable T object) {
      ref.assign(object);
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute is of this association
    default Object save(Object attribute) {
      return ((Ref<T>) attribute).save();
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute is of this association
    default void restore(Object attribute, Object saved) {
      ((Ref<T>) attribute).restore((Ref.State<T>) saved);
    }
  }

  /// Columns that hold the key of another row.
  ///
  /// @param definition what every association has: one hop, from the columns to the key
  record Reference<E, T>(Definition<E, T> definition, boolean optional) implements One<E, T> {
    /// One that must refer to a row.
    public static <E, T> Reference<E, T> of(Definition<E, T> definition) {
      return new Reference<>(definition, false);
    }

    /// The same, where there may be none.
    public Reference<E, T> asOptional() {
      return new Reference<>(definition, true);
    }

    /// The columns, in the order of the key that they hold.
    public List<String> columns() {
      return hops().getFirst().from();
    }

    /// The column value of a part of the key.
    public @Nullable Object get(Ref<T> ref, int part) {
      var target = ref.target();
      if (target != null) {
        return target().get(target, target().keyColumns().get(part));
      }
      return ref.storedKey() instanceof List<?> parts ? parts.get(part) : ref.storedKey();
    }

    /// The key; null where a part is null.
    public @Nullable Object key(Ref<T> ref) {
      var target = ref.target();
      return target == null ? ref.storedKey() : target().key(target);
    }

    @SuppressWarnings("unchecked") // the reference is bound to this association
    @Nullable Object keyOf(Ref<?> ref) {
      return key((Ref<T>) ref);
    }

    /// Sets a part of the key. A key without a part is no key.
    public void set(Ref<T> ref, int part, @Nullable Object value) {
      var values = new @Nullable Object[columns().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = i == part ? value : get(ref, i);
      }
      restore(ref, values.length == 1 ? value : whole(values));
    }

    private static @Nullable Object whole(@Nullable Object[] values) {
      return Arrays.asList(values).contains(null) ? null : Arrays.asList(values);
    }

    /// Sets the key. An object that has this key stays.
    public void restore(Ref<T> ref, @Nullable Object key) {
      var target = ref.target();
      boolean same = target != null && key != null && key.equals(target().key(target));
      ref.assignKey(key, same);
      ref.belongTo(this);
    }

    /// Sets the key to that in a row.
    public void read(Ref<T> ref, Row row, int first) {
      restore(ref, target().keyAt(row, first));
    }

    @Override
    public String toString() {
      return definition.toString();
    }
  }

  /// The other side of a one-to-one reference, without columns.
  ///
  /// @param definition what every association has: one hop, from the key to the columns that hold
  ///   it
  /// @param mappedBy the reference of the other entity
  record Inverse<E, T>(Definition<E, T> definition, String mappedBy) implements One<E, T> {
    @Override
    public boolean optional() {
      return true;
    }

    /// Nothing is known of the object.
    public void unload(Ref<T> ref) {
      ref.unload();
    }

    @Override
    public String toString() {
      return definition.toString();
    }
  }

  /// An association that leads to any number of rows.
  sealed interface Several<E, T> extends Association<E, T> {
    /// Makes the order in which they are loaded.
    Supplier<List<Order>> order();

    /// Tells the collection what it belongs to.
    default void bind(Many<T> many, Ref.@Nullable Watcher watcher) {
      many.bind(this, watcher);
    }

    /// Nothing is known of the members.
    default void unload(Many<T> many) {
      many.unload();
    }

    /// These are the members in the database.
    default void load(Many<T> many, Collection<? extends T> rows) {
      many.load(rows);
    }

    /// Adds a member, and tells no watcher.
    default void join(Many<T> many, T member) {
      many.join(member);
    }

    /// Takes a member out, and tells no watcher.
    default void leave(Many<T> many, T member) {
      many.leave(member);
    }

    /// What was added since the last flush.
    default Set<T> added(Many<T> many) {
      return many.added();
    }

    /// What was taken out since the last flush.
    default Set<T> removed(Many<T> many) {
      return many.removed();
    }

    /// What was added and taken out is written.
    default void flushed(Many<T> many) {
      many.flushed();
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute is of this association
    default Object save(Object attribute) {
      return ((Many<T>) attribute).save();
    }

    @Override
    @SuppressWarnings("unchecked") // the attribute is of this association
    default void restore(Object attribute, Object saved) {
      ((Many<T>) attribute).restore((Many.State<T>) saved);
    }
  }

  /// The rows that refer to this one.
  ///
  /// @param definition what every association has: one hop, from the key to the columns that hold
  ///   it
  /// @param mappedBy the reference of the other entity
  /// @param orphanRemoval whether an object that is taken out is removed
  record Children<E, T>(
      Definition<E, T> definition,
      String mappedBy,
      boolean orphanRemoval,
      Supplier<List<Order>> order)
      implements Several<E, T> {
    /// In no order, and without orphan removal.
    public static <E, T> Children<E, T> of(Definition<E, T> definition, String mappedBy) {
      return new Children<>(definition, mappedBy, false, List::of);
    }

    /// The same, where an object that is taken out is removed.
    public Children<E, T> withOrphanRemoval() {
      return new Children<>(definition, mappedBy, true, order);
    }

    /// The same, in this order.
    public Children<E, T> orderedBy(Supplier<List<Order>> newOrder) {
      return new Children<>(definition, mappedBy, orphanRemoval, newOrder);
    }

    @Override
    public String toString() {
      return definition.toString();
    }
  }

  /// The rows that a table of links links to this one.
  ///
  /// @param definition what every association has: two hops, from the key to the columns of the
  ///   links that hold it, and from the other columns of the links to the other key
  /// @param mappedBy the association of the other entity that has the table; empty when this one
  ///   has it
  record Linked<E, T>(Definition<E, T> definition, String mappedBy, Supplier<List<Order>> order)
      implements Several<E, T> {
    /// In no order, on the side that has the table.
    public static <E, T> Linked<E, T> of(Definition<E, T> definition) {
      return new Linked<>(definition, "", List::of);
    }

    /// The same, from the side that does not have the table.
    public Linked<E, T> mappedBy(String association) {
      return new Linked<>(definition, association, order);
    }

    /// The same, in this order.
    public Linked<E, T> orderedBy(Supplier<List<Order>> newOrder) {
      return new Linked<>(definition, mappedBy, newOrder);
    }

    /// Whether this side has the table.
    public boolean isOwner() {
      return mappedBy.isEmpty();
    }

    /// The table of the links.
    public String linkTable() {
      return hops().getFirst().table();
    }

    /// Its columns that hold the key of this entity.
    public List<String> sourceColumns() {
      return hops().getFirst().to();
    }

    /// Its columns that hold the key of the other one.
    public List<String> targetColumns() {
      return Objects.requireNonNull(hops().getLast()).from();
    }

    @Override
    public String toString() {
      return definition.toString();
    }
  }
}
