package dev.ambix.mapping;

import dev.ambix.error.UsageException;
import dev.ambix.type.Row;
import java.util.List;

/// How a projection record is read from rows. The processor extends it as `X_`. Stateless and safe
/// for any thread.
///
/// @param <P> the record
public abstract non-sealed class ProjectionMapping<P> implements Mapping<P> {
  private final Class<P> type;
  private final Class<?> entity;
  private final List<String> labels;
  private final List<Column<?, ?>> columns;

  /// @param entity the entity that is read; `void.class` for the rows of an SQL text
  /// @param labels the names of the result's columns, one for each that [#read] takes, in order
  /// @param columns the columns of the entity that are read, in the same order; empty for the rows
  ///   of an SQL text
  protected ProjectionMapping(
      Class<P> type, Class<?> entity, List<String> labels, List<Column<?, ?>> columns) {
    this.type = type;
    this.entity = entity;
    this.labels = List.copyOf(labels);
    this.columns = List.copyOf(columns);
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
  public final List<Column<?, ?>> columns() {
    return columns;
  }

  /// A new record.
  ///
  /// @param first where its first column stands in the row; the others follow
  public abstract P read(Row row, int first);

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
}
