package dev.ambix.entity;

import dev.ambix.mapping.Column;
import dev.ambix.mapping.Column.Attribute;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.HierarchyMapping;
import dev.ambix.schema.OnDelete;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The columns of a joined hierarchy that stand in one of its tables: objects are written as if
/// each of their tables were that of an entity. That of a subtype refers to that of the root by its
/// key.
///
/// @param <E> the root of the hierarchy
final class Part<E> extends EntityMapping<E> {
  private final HierarchyMapping<E> hierarchy;
  private final List<Integer> positions;

  private Part(
      HierarchyMapping<E> hierarchy,
      Class<E> type,
      String table,
      List<Integer> positions,
      List<Column<E, ?>> columns,
      Constraint... constraints) {
    super(type, table, columns, hierarchy.associations(), constraints);
    this.hierarchy = hierarchy;
    this.positions = positions;
  }

  /// The table of the root, then those of the subtypes.
  static <E> List<Part<E>> of(HierarchyMapping<E> hierarchy) {
    return Stream.concat(
            Stream.of(root(hierarchy)),
            hierarchy.subtypes().stream().map(subtype -> part(hierarchy, subtype)))
        .toList();
  }

  private static <E> Part<E> root(HierarchyMapping<E> hierarchy) {
    var positions = IntStream.rangeClosed(0, hierarchy.discriminator()).boxed().toList();
    return new Part<>(
        hierarchy,
        hierarchy.type(),
        hierarchy.table(),
        positions,
        positions.stream().<Column<E, ?>>map(hierarchy.columns()::get).toList(),
        hierarchy.constraints().toArray(Constraint[]::new));
  }

  private static <E> Part<E> part(HierarchyMapping<E> hierarchy, EntityMapping<E> subtype) {
    var table = subtype.table();
    var positions = new ArrayList<>(hierarchy.keyColumns());
    for (int i = 0; i < hierarchy.columns().size(); i++) {
      if (hierarchy.columns().get(i).attribute().table().equals(table)) {
        positions.add(i);
      }
    }
    var columns =
        positions.stream()
            .<Column<E, ?>>map(each -> moved(hierarchy.columns().get(each), table))
            .toList();
    return new Part<>(
        hierarchy,
        subtype.type(),
        table,
        positions,
        columns,
        constraints(subtype, hierarchy, columns));
  }

  private static <E, T> Column<E, T> moved(Column<E, T> column, String table) {
    return new Column.Value<>(column.attribute().movedTo(table));
  }

  private static Constraint[] constraints(
      EntityMapping<?> subtype, HierarchyMapping<?> hierarchy, List<? extends Column<?, ?>> own) {
    var names = new HashSet<>(own.stream().<String>map(each -> each.attribute().column()).toList());
    var key =
        own.stream().map(each -> each.attribute()).filter(Attribute::key).map(Attribute::column);
    return Stream.concat(
            Stream.of(
                new Constraint.Reference(key.toList(), hierarchy.type(), OnDelete.CASCADE, false)),
            subtype.constraints().stream()
                .filter(each -> !hierarchy.constraints().contains(each))
                .filter(each -> names.containsAll(each.columns())))
        .toArray(Constraint[]::new);
  }

  /// The positions of its columns in the hierarchy.
  List<Integer> positions() {
    return positions;
  }

  /// Whether objects of the class of this one have a row in the table.
  boolean holds(E entity) {
    return type() == hierarchy.type() || type() == entity.getClass();
  }

  @Override
  public E create() {
    return hierarchy.create();
  }

  @Override
  public E recreate(Object snapshot) {
    return hierarchy.recreate(snapshot);
  }

  @Override
  public void read(E entity, Row row, int first) {
    for (int i = 0; i < positions.size(); i++) {
      set(entity, i, columns().get(i).type().columnValue(row, first + i));
    }
  }

  @Override
  public @Nullable Object get(E entity, int column) {
    return hierarchy.get(entity, positions.get(column));
  }

  @Override
  public void set(E entity, int column, @Nullable Object value) {
    hierarchy.set(entity, positions.get(column), value);
  }

  @Override
  public Object association(E entity, int association) {
    return hierarchy.association(entity, association);
  }

  @Override
  public Object snapshot(E entity) {
    return hierarchy.snapshot(entity);
  }

  @Override
  public void changes(E entity, Object snapshot, BitSet changed) {
    var all = new BitSet();
    hierarchy.changes(entity, snapshot, all);
    IntStream.range(0, positions.size())
        .filter(each -> all.get(positions.get(each)))
        .forEach(changed::set);
  }

  @Override
  public void restore(E entity, Object snapshot) {
    hierarchy.restore(entity, snapshot);
  }
}
