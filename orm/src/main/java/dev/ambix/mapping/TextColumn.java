package dev.ambix.mapping;

import dev.ambix.query.TextExpression;

/// A column of text.
///
/// @param attribute what there is to know of it
/// @param <E> the entity
public record TextColumn<E>(Attribute<E, String> attribute)
    implements Column<E, String>, TextExpression {}
