package dev.ambix.mapping;

import dev.ambix.query.OrderedExpression;

/// A column whose values have an order: times, dates, UUIDs, enums, and what converters make.
///
/// @param attribute what there is to know of it
/// @param <E> the entity
/// @param <T> the attribute's type, boxed
public record OrderedColumn<E, T>(Attribute<E, T> attribute)
    implements Column<E, T>, OrderedExpression<T> {}
