package dev.ambix.schema;

/// What a table promises of its rows, under a name.
public sealed interface Constraint permits PrimaryKey, UniqueKey, ForeignKey, Check {
  /// The constraint's name.
  String name();

  /// The same under another name.
  Constraint named(String other);
}
