package dev.ambix.mapping;

import dev.ambix.error.UsageException;
import dev.ambix.query.Expression;
import dev.ambix.type.Row;
import java.util.List;

/// How a projection record is read from rows. The processor extends it as `X_`. Stateless and safe
/// for any thread.
///
/// A record that a to-one association leads to is read from the same row: its columns stand among
/// those of the record around it. Those that a to-many association leads to are a list, which a
/// statement of its own reads: [#lists] says which, and [#read] gets them, for a record is made
/// once, with all that it has.
///
/// @param <P> the record
public abstract non-sealed class ProjectionMapping<P> implements Mapping<P> {
  private final Class<P> type;
  private final Class<?> entity;
  private final List<String> labels;
  private final List<Expression<?>> columns;
  private final List<Nested<?>> lists;

  /// A projection without lists.
  ///
  /// @param entity the entity that is read; `void.class` for the rows of an SQL text
  /// @param labels the names of the result's columns, one for each that [#read] takes, in order
  /// @param columns the columns that are read, in the same order; empty for the rows of an SQL text
  protected ProjectionMapping(
      Class<P> type, Class<?> entity, List<String> labels, List<? extends Expression<?>> columns) {
    this(type, entity, labels, columns, List.of());
  }

  /// A projection with lists.
  ///
  /// @param lists the lists of the record and of those in it, in the order in which [#read] takes
  ///   them
  protected ProjectionMapping(
      Class<P> type,
      Class<?> entity,
      List<String> labels,
      List<? extends Expression<?>> columns,
      List<Nested<?>> lists) {
    this.type = type;
    this.entity = entity;
    this.labels = List.copyOf(labels);
    this.columns = List.copyOf(columns);
    this.lists = List.copyOf(lists);
  }

  @Override
  public final Class<P> type() {
    return type;
  }

  /// The entity that is read; `void.class` for the rows of an SQL text.
  public final Class<?> entity() {
    return entity;
  }

  /// The names of the result's columns, in order.
  public final List<String> labels() {
    return labels;
  }

  /// The columns that a query reads, in order; empty for the rows of an SQL text.
  public final List<Expression<?>> columns() {
    return columns;
  }

  /// The lists that a record takes besides its row, in order.
  public final List<Nested<?>> lists() {
    return lists;
  }

  /// A new record.
  ///
  /// @param first where its first column stands in the row; the others follow
  /// @param its the elements of its lists, one for each of [#lists]
  public abstract P read(Row row, int first, Lists its);

  /// A new record of a projection without lists.
  ///
  /// @throws UsageException `ListsNotRead` when it has lists, which no row holds
  public final P read(Row row, int first) {
    if (!lists.isEmpty()) {
      throw new UsageException(
          "ListsNotRead",
          type.getSimpleName()
              + ": a row alone does not hold its lists; got the rows of a constant SQL text,"
              + " expected a query. Select the projection, or read one without lists.");
    }
    return read(row, first, new Lists(List.of()));
  }

  /// Makes sure that the row has a value wherever the record needs one.
  ///
  /// @param columns the positions of these columns, counted from `first`
  protected final void requireValues(Row row, int first, int... columns) {
    for (int column : columns) {
      if (row.isNull(first + column)) {
        throw new UsageException(
            "UnexpectedNull",
            "%s: the component has no place for NULL; got NULL in column %s, expected a value. Make the component @Nullable, or put coalesce around the column."
                .formatted(type.getSimpleName(), labels.get(column)));
      }
    }
  }

  /// A list of a projection: a record for each row that a path leads to.
  ///
  /// @param path leads from the entity of the projection to the rows
  /// @param element the projection of the entity that it leads to
  /// @param <C> the record
  public record Nested<C>(Path.ToMany<?, ?> path, Class<C> element) {}

  /// What the lists of one record hold.
  ///
  /// @param all the elements of each, in the order of [ProjectionMapping#lists]
  public record Lists(List<? extends List<?>> all) {
    public Lists {
      all = List.copyOf(all);
    }

    /// The elements of one of them.
    ///
    /// @param list its position, counted from 0
    @SuppressWarnings("unchecked") // they were read as elements of this list
    public <C> List<C> of(int list) {
      return (List<C>) all.get(list);
    }

    /// Those of a record inside this one.
    ///
    /// @param before how many lists come before them
    public Lists after(int before) {
      return new Lists(all.subList(before, all.size()));
    }
  }
}
