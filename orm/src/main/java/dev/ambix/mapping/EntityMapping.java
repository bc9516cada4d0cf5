package dev.ambix.mapping;

import dev.ambix.schema.OnDelete;
import dev.ambix.type.Row;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How an entity is read from rows and written to them. The processor extends it as `X_`. Stateless
/// and safe for any thread; the entities that it is given are not.
///
/// A column is named by its position in [#columns], counted from 0.
///
/// @param <E> the entity
public abstract non-sealed class EntityMapping<E> implements Mapping<E> {
  private final Class<E> type;
  private final String table;
  private final List<Column<E, ?>> columns;
  private final List<Constraint> constraints;

  /// @param columns all columns of the table, in order
  protected EntityMapping(
      Class<E> type, String table, List<Column<E, ?>> columns, Constraint... constraints) {
    this.type = type;
    this.table = table;
    this.columns = List.copyOf(columns);
    this.constraints = Arrays.asList(constraints.clone());
  }

  @Override
  public final Class<E> type() {
    return type;
  }

  /// The name of the table.
  public final String table() {
    return table;
  }

  /// The columns, in order.
  public final List<Column<E, ?>> columns() {
    return columns;
  }

  /// What constrains and serves the columns.
  public final List<Constraint> constraints() {
    return constraints;
  }

  /// A new object, without values.
  public abstract E create();

  /// Sets all attributes from a row.
  ///
  /// @param first where the first column of this entity stands in the row; the others follow
  public abstract void read(E entity, Row row, int first);

  /// The column value of an attribute; null for NULL. See `dev.ambix.type.Type`.
  public abstract @Nullable Object get(E entity, int column);

  /// Sets an attribute to a column value of the class that [#get] gives, or null where it is
  /// nullable.
  public abstract void set(E entity, int column, @Nullable Object value);

  /// A copy of the values of all attributes, which later changes do not reach.
  public abstract Object snapshot(E entity);

  /// Adds the positions of the columns whose values differ from the snapshot.
  public abstract void changes(E entity, Object snapshot, BitSet changed);

  /// Sets all attributes to the values of the snapshot.
  public abstract void restore(E entity, Object snapshot);

  /// Whether two values of an attribute stand differently in the column. Values that differ only in
  /// what no column keeps, such as nanoseconds, do not.
  @SuppressWarnings("ReferenceEquality") // one object has one value: most need no conversion
  protected static <T> boolean differs(Column<?, T> column, @Nullable T before, @Nullable T now) {
    return before != now
        && !Objects.deepEquals(column.type().toColumn(before), column.type().toColumn(now));
  }

  /// A copy of these bytes; null for null.
  protected static byte @Nullable [] copy(byte @Nullable [] bytes) {
    return bytes == null ? null : bytes.clone();
  }

  /// What constrains or serves the columns of an entity. Generated code makes it.
  public sealed interface Constraint {
    /// A UNIQUE constraint.
    ///
    /// @param name its name; empty for the one that follows from the columns
    record Unique(String name, List<String> columns) implements Constraint {
      public Unique {
        columns = List.copyOf(columns);
      }
    }

    /// An index.
    ///
    /// @param name its name; empty for the one that follows from the columns
    record Indexed(String name, List<String> columns) implements Constraint {
      public Indexed {
        columns = List.copyOf(columns);
      }
    }

    /// A foreign key of one column to the key of another entity.
    record Reference(String column, Class<?> target, OnDelete onDelete, boolean deferred)
        implements Constraint {}

    /// A UNIQUE constraint on these columns.
    static Constraint unique(String name, Column<?, ?>... columns) {
      return new Unique(name, names(columns));
    }

    /// An index on these columns.
    static Constraint index(String name, Column<?, ?>... columns) {
      return new Indexed(name, names(columns));
    }

    /// A foreign key from this column to the key of `target`.
    static Constraint references(
        Column<?, ?> column, Class<?> target, OnDelete onDelete, boolean deferred) {
      return new Reference(column.attribute().column(), target, onDelete, deferred);
    }

    private static List<String> names(Column<?, ?>... columns) {
      return Arrays.stream(columns).map(each -> each.attribute().column()).toList();
    }
  }
}
