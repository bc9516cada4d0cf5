package dev.ambix.type;

/// Turns an attribute into what its column holds, and back. A converter is stateless, has a public
/// constructor without parameters, and never sees null: NULL stays null.
///
/// @param <A> the attribute's type
/// @param <C> the column's type: one that a column can have without a converter
public interface Converter<A, C> {
  /// What the column holds for this attribute.
  C toColumn(A attribute);

  /// The attribute for what the column holds.
  A toAttribute(C column);
}
