package dev.ambix.query;

/// A direction in which rows are ordered. NULLs stand last in ascending order and first in
/// descending order, on every engine.
///
/// @param expression what the rows are ordered by
/// @param descending whether the greatest stands first
public record Order(Expression<?> expression, boolean descending) {}
