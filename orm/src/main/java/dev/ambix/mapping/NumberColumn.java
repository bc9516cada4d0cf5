package dev.ambix.mapping;

import dev.ambix.query.NumberExpression;

/// A column of numbers.
///
/// @param attribute what there is to know of it
/// @param <E> the entity
/// @param <T> the attribute's type, boxed
public record NumberColumn<E, T extends Number>(Attribute<E, T> attribute)
    implements Column<E, T>, NumberExpression<T> {}
