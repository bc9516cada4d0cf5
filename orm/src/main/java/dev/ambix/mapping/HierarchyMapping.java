package dev.ambix.mapping;

import dev.ambix.type.Row;
import dev.ambix.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the entities of a sealed hierarchy are read from rows and written to them. The processor
/// extends it as `X_` for the root. Its columns are those of the root, the one that says which
/// subtype a row is of, and those that each subtype adds; an object has no other subtype's.
///
/// @param <E> the root
public abstract class HierarchyMapping<E> extends EntityMapping<E> {
  private final int discriminator;
  private final Map<String, Subtype<E>> byKind = new LinkedHashMap<>();
  private final Map<Class<?>, Subtype<E>> byClass = new HashMap<>();

  /// @param discriminator the name of the column that says which subtype a row is of
  /// @param columns the columns of the root, in order; each subtype has the same before its own
  /// @param associations the associations of the root, in order, as for columns
  protected HierarchyMapping(
      Class<E> type,
      String table,
      String discriminator,
      List<Column<E, ?>> columns,
      List<Association<E, ?>> associations,
      List<Kind<? extends E>> kinds,
      Constraint... constraints) {
    var labels = kinds.stream().<String>map(Kind::value).toList();
    Column<E, ?> kind =
        new Column.Text<>(
            Column.Attribute.of(type, table, discriminator, discriminator, Type.oneOf(labels)));
    var allColumns =
        all(
            Stream.concat(columns.stream(), Stream.of(kind)).toList(),
            kinds,
            EntityMapping::columns,
            columns.size(),
            Subtype::isSameColumn);
    var allAssociations =
        all(
            associations,
            kinds,
            EntityMapping::associations,
            associations.size(),
            Subtype::isSameAssociation);
    super(type, table, allColumns, allAssociations, all(table, kinds, constraints));
    this.discriminator = columns.size();
    for (var each : kinds) {
      var subtype = subtype(each, allColumns, columns.size(), allAssociations, associations.size());
      byKind.put(each.value(), subtype);
      byClass.put(each.mapping().type(), subtype);
    }
  }

  /// @param columns how many of all columns are those of the root
  /// @param associations how many of all associations are those of the root
  private static <E> Subtype<E> subtype(
      Kind<? extends E> kind,
      List<Column<E, ?>> allColumns,
      int columns,
      List<Association<E, ?>> allAssociations,
      int associations) {
    EntityMapping<E> mapping = mapping(kind);
    return new Subtype<>(
        kind.value(),
        mapping,
        Subtype.positions(mapping.columns(), allColumns, columns, Subtype::isSameColumn),
        allColumns.size(),
        Subtype.positions(
            mapping.associations(), allAssociations, associations, Subtype::isSameAssociation),
        allAssociations.size());
  }

  /// A subtype.
  ///
  /// @param value what the discriminator holds for it
  /// @param <E> its class
  public record Kind<E>(String value, EntityMapping<E> mapping) {}

  @SuppressWarnings("unchecked") // it is given objects of its class only
  private static <E> EntityMapping<E> mapping(Kind<? extends E> kind) {
    return (EntityMapping<E>) kind.mapping();
  }

  private static <E, X> List<X> all(
      List<X> shared,
      List<Kind<? extends E>> kinds,
      Function<EntityMapping<E>, List<X>> of,
      int own,
      BiPredicate<X, X> isSame) {
    var all = new ArrayList<>(shared);
    for (var kind : kinds) {
      of.apply(mapping(kind)).stream()
          .skip(own)
          .filter(each -> all.stream().noneMatch(known -> isSame.test(known, each)))
          .forEach(all::add);
    }
    return all;
  }

  /// Those of the root, and those that subtypes add to the same table.
  private static <E> Constraint[] all(
      String table, List<Kind<? extends E>> kinds, Constraint... shared) {
    return Stream.concat(
            Arrays.stream(shared),
            kinds.stream()
                .filter(kind -> kind.mapping().table().equals(table))
                .flatMap(kind -> kind.mapping().constraints().stream()))
        .distinct()
        .toArray(Constraint[]::new);
  }

  /// The position of the column that says which subtype a row is of.
  public final int discriminator() {
    return discriminator;
  }

  /// What that column holds for objects of this class or of a subtype of it.
  public final List<String> kindsOf(Class<?> type) {
    return byKind.entrySet().stream()
        .filter(each -> type.isAssignableFrom(each.getValue().mapping.type()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// How the subtypes are read and written by themselves.
  public final List<EntityMapping<E>> subtypes() {
    return byKind.values().stream().map(each -> each.mapping).toList();
  }

  /// How the subtype of this object is read and written by itself.
  public final EntityMapping<E> subtype(E entity) {
    return of(entity).mapping;
  }

  private Subtype<E> of(E entity) {
    return Objects.requireNonNull(byClass.get(entity.getClass()), "subtype");
  }

  private Subtype<E> of(Row row, int first) {
    var kind = Objects.requireNonNull(row.getString(first + discriminator), "discriminator");
    return Objects.requireNonNull(byKind.get(kind), kind);
  }

  @Override
  public final E create() {
    throw new IllegalStateException("the row decides the subtype");
  }

  @Override
  public final E create(Row row, int first) {
    return of(row, first).mapping.create();
  }

  @Override
  @SuppressWarnings("unchecked") // it has made the snapshot
  public final E recreate(Object snapshot) {
    return ((Snapshot<E>) snapshot).recreate();
  }

  @Override
  public final void read(E entity, Row row, int first) {
    var subtype = of(entity);
    subtype.mapping.read(entity, new Picked(row, first, subtype.columns), 0);
  }

  @Override
  public final boolean has(E entity, int column) {
    return column == discriminator || of(entity).local(column) >= 0;
  }

  @Override
  public final @Nullable Object get(E entity, int column) {
    var subtype = of(entity);
    if (column == discriminator) {
      return subtype.kind;
    }
    int local = subtype.local(column);
    return local < 0 ? null : subtype.mapping.get(entity, local);
  }

  @Override
  public final void set(E entity, int column, @Nullable Object value) {
    var subtype = of(entity);
    int local = subtype.local(column);
    if (local >= 0) {
      subtype.mapping.set(entity, local, value);
    }
  }

  @Override
  public final int position(Association<?, ?> association) {
    int position = super.position(association);
    for (var subtype : byKind.values()) {
      int local = subtype.mapping.position(association);
      if (position < 0 && local >= 0) {
        position = subtype.associations[local];
      }
    }
    return position;
  }

  /// Of another subtype's association it gives an empty one, which nobody keeps.
  @Override
  public final Object association(E entity, int association) {
    var subtype = of(entity);
    int local = subtype.localAssociation(association);
    if (local >= 0) {
      return subtype.mapping.association(entity, local);
    }
    return associations().get(association) instanceof Association.One<?, ?> ? Ref.of() : Many.of();
  }

  @Override
  public final Object snapshot(E entity) {
    var subtype = of(entity);
    return new Snapshot<>(subtype, subtype.mapping.snapshot(entity));
  }

  @Override
  public final void changes(E entity, Object snapshot, BitSet changed) {
    var subtype = of(entity);
    var local = new BitSet();
    subtype.mapping.changes(entity, ((Snapshot<?>) snapshot).values, local);
    local.stream().forEach(column -> changed.set(subtype.columns[column]));
  }

  @Override
  public final void restore(E entity, Object snapshot) {
    of(entity).mapping.restore(entity, ((Snapshot<?>) snapshot).values);
  }

  private record Snapshot<E>(Subtype<E> subtype, Object values) {
    E recreate() {
      return subtype.mapping.recreate(values);
    }
  }
}
