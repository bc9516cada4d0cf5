package dev.ambix.work;

import dev.ambix.entity.EntityType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a flush does to one row. It belongs to one flush on one thread.
///
/// @param <E> the entity
public final class Change<E> {
  private final Kind kind;
  private final EntityType<E> type;
  private final E entity;
  private final BitSet columns;
  private final @Nullable Object[] after;
  private final @Nullable Object snapshot;
  private final BitSet late;
  private @Nullable E previous;

  private Change(
      Kind kind,
      EntityType<E> type,
      E entity,
      BitSet columns,
      @Nullable Object[] after,
      @Nullable Object snapshot,
      BitSet late) {
    this.kind = kind;
    this.type = type;
    this.entity = entity;
    this.columns = columns;
    this.after = after;
    this.snapshot = snapshot;
    this.late = late;
  }

  /// A new row.
  ///
  /// @param columns the columns that the INSERT names
  /// @param after the column values of all columns
  public static <E> Change<E> insert(
      EntityType<E> type, E entity, BitSet columns, @Nullable Object[] after) {
    return new Change<>(Kind.INSERT, type, entity, columns, after, null, new BitSet());
  }

  /// New values for some columns of a row.
  ///
  /// @param columns the columns that the UPDATE sets
  /// @param after the column values of all columns
  /// @param snapshot the values that the row has
  public static <E> Change<E> update(
      EntityType<E> type, E entity, BitSet columns, @Nullable Object[] after, Object snapshot) {
    return new Change<>(Kind.UPDATE, type, entity, columns, after, snapshot, new BitSet());
  }

  /// The end of a row.
  ///
  /// @param snapshot the values that the row has
  public static <E> Change<E> delete(EntityType<E> type, E entity, Object snapshot) {
    return new Change<>(
        Kind.DELETE, type, entity, new BitSet(), new Object[0], snapshot, new BitSet());
  }

  /// What it does in each of the tables that its object stands in: itself, unless it is of a joined
  /// hierarchy. A deletion is that of the root's row, which the others follow; one that gives up a
  /// unique key of its own goes before, so that others can take it.
  public List<Change<E>> byTable() {
    if (!type.isJoined()) {
      return List.of(this);
    }
    var tables = type.tables(entity).stream();
    return kind == Kind.DELETE
        ? tables
            .filter(table -> table == type.own() || hasKeyOfItsOwn(table))
            .map(table -> delete(table, entity, Objects.requireNonNull(snapshot)))
            .toList()
        : tables.map(this::in).filter(each -> !each.columns.isEmpty()).toList();
  }

  private static boolean hasKeyOfItsOwn(EntityType<?> table) {
    return table.uniqueKeys().size() > 1 || !table.partialKeys().isEmpty();
  }

  private Change<E> in(EntityType<E> table) {
    var positions = table.positions();
    var values = new @Nullable Object[positions.size()];
    var set = new BitSet();
    for (int i = 0; i < values.length; i++) {
      values[i] = after[positions.get(i)];
      set.set(i, columns.get(positions.get(i)));
    }
    var change = new Change<>(kind, table, entity, set, values, snapshot, new BitSet());
    if (kind == Kind.INSERT && table != type.own()) {
      table.keyColumns().forEach(set::set);
      change.waitFor(table.keyColumns());
    }
    return change;
  }

  public Kind kind() {
    return kind;
  }

  public EntityType<E> type() {
    return type;
  }

  public E entity() {
    return entity;
  }

  /// The columns that the statement sets.
  public BitSet columns() {
    return columns;
  }

  /// The value that a column gets.
  public @Nullable Object after(int column) {
    return late.get(column) ? type.mapping().get(entity, column) : after[column];
  }

  /// These columns hold the key of a row that the same flush inserts: the database may number it.
  public void waitFor(List<Integer> names) {
    names.forEach(late::set);
  }

  /// Whether one of these columns holds a key that is not known yet.
  boolean waits(List<Integer> names) {
    return names.stream().anyMatch(late::get);
  }

  /// The object that the row will refer to, if the program has set one.
  public @Nullable Object parent(EntityType.Reference reference) {
    if (reference.same()) {
      return entity;
    }
    return reference.association().isEmpty()
        ? null
        : type.target(entity, reference.association().getAsInt());
  }

  /// The value that a column has before a change or a deletion.
  public @Nullable Object before(int column) {
    if (previous == null) {
      previous = type.mapping().recreate(Objects.requireNonNull(snapshot, "snapshot"));
    }
    return type.mapping().get(previous, column);
  }

  /// The primary key of the row; null for a new row that the database numbers.
  public @Nullable Object key() {
    return kind == Kind.INSERT
            && (waits(type.keyColumns()) || !type.keyColumns().stream().allMatch(columns::get))
        ? null
        : tuple(type.keyColumns(), snapshot == null);
  }

  /// Whether this is a step of its own beside the change of a row, of a circle that was opened: it
  /// says nothing of the version.
  public boolean second() {
    return kind == Kind.UPDATE && snapshot == null;
  }

  /// The values of some columns, before or after; null where one of them is null.
  @Nullable Object tuple(List<Integer> names, boolean afterwards) {
    if (names.size() == 1) {
      return value(names.getFirst(), afterwards);
    }
    var values = new ArrayList<Object>(names.size());
    for (var column : names) {
      var value = value(column, afterwards);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  private @Nullable Object value(int column, boolean afterwards) {
    return afterwards ? after(column) : before(column);
  }

  /// Whether the statement sets one of these columns.
  boolean sets(List<Integer> names) {
    return names.stream().anyMatch(columns::get);
  }

  /// Whether it leaves the row there with the same values in these columns.
  boolean keeps(List<Integer> names) {
    return kind == Kind.UPDATE && !sets(names);
  }

  /// The same change with NULL in some columns, and the change that sets them afterwards.
  Split<E> without(List<Integer> names) {
    var first = after.clone();
    names.forEach(column -> first[column] = null);
    var waiting = (BitSet) late.clone();
    names.forEach(waiting::clear);
    var only = new BitSet();
    names.forEach(only::set);
    return new Split<>(
        new Change<>(kind, type, entity, columns, first, snapshot, waiting),
        new Change<>(Kind.UPDATE, type, entity, only, after, null, late));
  }

  /// A change that sets some columns of the row as it is to a value, to be done before this one.
  Change<E> setting(List<Integer> names, @Nullable Object value) {
    var values = new @Nullable Object[type.mapping().columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = names.contains(i) ? value : before(i);
    }
    var only = new BitSet();
    names.forEach(only::set);
    return new Change<>(Kind.UPDATE, type, entity, only, values, null, new BitSet());
  }

  @Override
  public String toString() {
    return kind + " " + type.name();
  }

  /// What is done to a row.
  public enum Kind {
    INSERT,
    UPDATE,
    DELETE
  }

  /// A change in two steps.
  record Split<E>(Change<E> first, Change<E> rest) {}
}
