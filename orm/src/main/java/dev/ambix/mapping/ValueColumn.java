package dev.ambix.mapping;

/// A column whose values have no order worth asking for: truth values and bytes.
///
/// @param attribute what there is to know of it
/// @param <E> the entity
/// @param <T> the attribute's type, boxed
public record ValueColumn<E, T>(Attribute<E, T> attribute) implements Column<E, T> {}
