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
  private @Nullable E previous;

  private Change(
      Kind kind,
      EntityType<E> type,
      E entity,
      BitSet columns,
      @Nullable Object[] after,
      @Nullable Object snapshot) {
    this.kind = kind;
    this.type = type;
    this.entity = entity;
    this.columns = columns;
    this.after = after;
    this.snapshot = snapshot;
  }

  /// A new row.
  ///
  /// @param columns the columns that the INSERT names
  /// @param after the column values of all columns
  public static <E> Change<E> insert(
      EntityType<E> type, E entity, BitSet columns, @Nullable Object[] after) {
    return new Change<>(Kind.INSERT, type, entity, columns, after, null);
  }

  /// New values for some columns of a row.
  ///
  /// @param columns the columns that the UPDATE sets
  /// @param after the column values of all columns
  /// @param snapshot the values that the row has
  public static <E> Change<E> update(
      EntityType<E> type, E entity, BitSet columns, @Nullable Object[] after, Object snapshot) {
    return new Change<>(Kind.UPDATE, type, entity, columns, after, snapshot);
  }

  /// The end of a row.
  ///
  /// @param snapshot the values that the row has
  public static <E> Change<E> delete(EntityType<E> type, E entity, Object snapshot) {
    return new Change<>(Kind.DELETE, type, entity, new BitSet(), new Object[0], snapshot);
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
    return after[column];
  }

  /// The value that a column has before a change or a deletion.
  public @Nullable Object before(int column) {
    if (previous == null) {
      previous = type.mapping().create();
      type.mapping().restore(previous, Objects.requireNonNull(snapshot, "snapshot"));
    }
    return type.mapping().get(previous, column);
  }

  /// The primary key of the row; null for a new row that the database numbers.
  public @Nullable Object key() {
    return kind == Kind.INSERT && !type.keyColumns().stream().allMatch(columns::get)
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

  /// The same change with NULL in one column, and the change that sets the column afterwards.
  Split<E> without(int column) {
    var first = after.clone();
    first[column] = null;
    var only = new BitSet();
    only.set(column);
    return new Split<>(
        new Change<>(kind, type, entity, columns, first, snapshot),
        new Change<>(Kind.UPDATE, type, entity, only, after, null));
  }

  /// A change that sets NULL in one column of the row as it is, to be done before this one.
  Change<E> unlinking(int column) {
    var values = new @Nullable Object[type.mapping().columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == column ? null : before(i);
    }
    var only = new BitSet();
    only.set(column);
    return new Change<>(Kind.UPDATE, type, entity, only, values, null);
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
