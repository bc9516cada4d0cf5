package dev.ambix.mapping;

import dev.ambix.query.Expression;
import dev.ambix.query.Node;
import dev.ambix.type.Row;
import dev.ambix.type.Type;
import org.jspecify.annotations.Nullable;

/// A column of an entity, as queries name it: `User_.username`. Each kind has the operators of its
/// values.
///
/// @param <E> the entity
/// @param <T> the attribute's type, boxed
public sealed interface Column<E, T> extends Expression<T>
    permits NumberColumn, OrderedColumn, TextColumn, ValueColumn {
  /// What there is to know of it.
  Attribute<E, T> attribute();

  @Override
  default Node node() {
    return new Node.ColumnRef(attribute().table(), attribute().column());
  }

  @Override
  default Type<T> type() {
    return attribute().type();
  }

  /// The attribute value in this column of the row; null for NULL.
  default @Nullable T read(Row row, int column) {
    return attribute().type().read(row, column);
  }
}
