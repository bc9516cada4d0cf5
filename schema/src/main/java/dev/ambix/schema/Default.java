package dev.ambix.schema;

/// The default of a column.
public sealed interface Default {
  /// A constant, written as text; the dialect writes it as a literal of the column's type.
  ///
  /// @param text the value, such as `0`, `true` or `draft`, without quotes
  record Literal(String text) implements Default {}

  /// An SQL expression that the engine evaluates, taken as it is.
  ///
  /// @param sql the expression, such as `lower('A')`
  record Sql(String sql) implements Default {}
}
