package dev.ambix.mapping;

import dev.ambix.schema.OnDelete;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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
  private final List<Integer> keyColumns;
  private final List<Association<E, ?>> associations;
  private final List<Constraint> constraints;

  /// An entity without associations.
  ///
  /// @param columns all columns of the table, in order
  protected EntityMapping(
      Class<E> type, String table, List<Column<E, ?>> columns, Constraint... constraints) {
    this(type, table, columns, List.of(), constraints);
  }

  /// @param columns all columns of the table, in order, with those of references
  /// @param associations the attributes that lead to other entities, in order
  protected EntityMapping(
      Class<E> type,
      String table,
      List<Column<E, ?>> columns,
      List<Association<E, ?>> associations,
      Constraint... constraints) {
    this.type = type;
    this.table = table;
    this.columns = List.copyOf(columns);
    this.keyColumns =
        IntStream.range(0, columns.size())
            .filter(column -> columns.get(column).attribute().key())
            .boxed()
            .toList();
    this.associations = List.copyOf(associations);
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

  /// The positions of the columns of the primary key, in order.
  public final List<Integer> keyColumns() {
    return keyColumns;
  }

  /// The primary key of an object: the column value, or a list of them for a composite key. Null
  /// where a part is null.
  public final @Nullable Object key(E entity) {
    return tuple(entity, keyColumns);
  }

  /// The column values of some columns: the value itself for one, a list for several, and null
  /// where one of them is null.
  public final @Nullable Object tuple(E entity, List<Integer> positions) {
    if (positions.size() == 1) {
      return get(entity, positions.getFirst());
    }
    var values = new ArrayList<Object>(positions.size());
    for (var column : positions) {
      var value = get(entity, column);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  /// The primary key in columns of a row that hold one, as [#key] gives it.
  ///
  /// @param first where its first column stands; the others follow
  public final @Nullable Object keyAt(Row row, int first) {
    var values = new @Nullable Object[keyColumns.size()];
    for (int i = 0; i < values.length; i++) {
      var column = columns.get(keyColumns.get(i));
      values[i] = column.type().columnValue(row, first + i);
    }
    if (values.length == 1) {
      return values[0];
    }
    return Arrays.asList(values).contains(null) ? null : Arrays.asList(values);
  }

  /// The attributes that lead to other entities, in order.
  public final List<Association<E, ?>> associations() {
    return associations;
  }

  /// The position of an association, of the entity or of a subtype.
  public int position(Association<?, ?> association) {
    return associations.indexOf(association);
  }

  /// The [Ref] or [Many] of an association, which is named by its position in [#associations].
  public Object association(E entity, int association) {
    throw new IndexOutOfBoundsException(association);
  }

  /// What constrains and serves the columns.
  public final List<Constraint> constraints() {
    return constraints;
  }

  /// The former names of the table and the columns, as [RenamedFrom] says; that of the table first.
  public List<Renamed> renames() {
    return List.of();
  }

  /// A new object, without values.
  public abstract E create();

  /// A new object, without values, of the class that the row is of.
  ///
  /// @param first where the first column of this entity stands in the row
  public E create(Row row, int first) {
    return create();
  }

  /// A new object with the values of a snapshot.
  public E recreate(Object snapshot) {
    var entity = create();
    restore(entity, snapshot);
    return entity;
  }

  /// Whether a column is one of the class of this object, and not of another subtype.
  public boolean has(E entity, int column) {
    return true;
  }

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

  /// A former name.
  ///
  /// @param table the table, under the name that it has now
  /// @param column the column, under the name that it has now; empty for the table itself
  /// @param before the name it had
  public record Renamed(String table, String column, String before) {}

  /// What constrains or serves the columns of an entity. Generated code makes it.
  public sealed interface Constraint {
    /// The names of the columns, in order.
    List<String> columns();

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
    /// @param unique whether no two of its rows may have the same values
    /// @param where the condition of its rows as SQL; empty for all rows
    record Indexed(String name, List<String> columns, boolean unique, String where)
        implements Constraint {
      public Indexed {
        columns = List.copyOf(columns);
      }
    }

    /// A CHECK constraint.
    ///
    /// @param sql the condition, which names columns as it likes
    record Check(String name, String sql) implements Constraint {
      @Override
      public List<String> columns() {
        return List.of();
      }
    }

    /// A foreign key to the key of another entity.
    record Reference(List<String> columns, Class<?> target, OnDelete onDelete, boolean deferred)
        implements Constraint {
      public Reference {
        columns = List.copyOf(columns);
      }
    }

    /// A UNIQUE constraint on these columns.
    static Constraint unique(String name, Column<?, ?>... columns) {
      return new Unique(name, names(columns));
    }

    /// An index on these columns.
    static Constraint index(String name, Column<?, ?>... columns) {
      return index(name, false, "", columns);
    }

    /// An index on these columns, of the rows that satisfy a condition.
    static Constraint index(String name, boolean unique, String where, Column<?, ?>... columns) {
      return new Indexed(name, names(columns), unique, where);
    }

    /// A CHECK constraint.
    static Constraint check(String name, String sql) {
      return new Check(name, sql);
    }

    /// A foreign key from this column to the key of `target`.
    static Constraint references(
        Column<?, ?> column, Class<?> target, OnDelete onDelete, boolean deferred) {
      return new Reference(List.of(column.attribute().column()), target, onDelete, deferred);
    }

    /// The foreign key of an association.
    static Constraint references(
        Association.Reference<?, ?> association, OnDelete onDelete, boolean deferred) {
      return new Reference(association.columns(), association.targetType(), onDelete, deferred);
    }

    private static List<String> names(Column<?, ?>... columns) {
      return Arrays.stream(columns).map(each -> each.attribute().column()).toList();
    }
  }
}
