package dev.ambix.schema;

import java.util.List;
import java.util.Optional;

/// An index that is no part of a constraint.
///
/// @param name the index's name
/// @param keys what it is ordered by; never empty
/// @param unique whether two rows may not have the same keys
/// @param nullsDistinct whether, in a unique one, NULLs count as different
/// @param include columns that it carries along without being ordered by them
/// @param predicate the condition of the rows that it has, taken as it is; none for all rows
/// @param method the access method, such as `btree` or `gin`; empty for the engine's usual one
public record Index(
    String name,
    List<Key> keys,
    boolean unique,
    boolean nullsDistinct,
    List<String> include,
    Optional<String> predicate,
    String method) {
  public Index {
    keys = Names.require("index", name, keys);
    include = List.copyOf(include);
  }

  /// A plain index of columns.
  ///
  /// @param columns its columns, in order; never empty
  public Index(String name, List<String> columns) {
    this(
        name,
        columns.stream().map(Key::column).toList(),
        false,
        true,
        List.of(),
        Optional.empty(),
        "");
  }

  /// The columns among its keys, in order.
  public List<String> columns() {
    return keys.stream().filter(key -> !key.expression()).map(Key::text).toList();
  }

  /// The same under another name.
  public Index named(String other) {
    return new Index(other, keys, unique, nullsDistinct, include, predicate, method);
  }

  /// What an index is ordered by.
  ///
  /// @param text the name of a column, or an expression, taken as it is
  /// @param expression whether it is an expression
  /// @param order what follows it: collation, operator class, direction; empty for the usual ones
  public record Key(String text, boolean expression, String order) {
    /// A column in its usual order.
    public static Key column(String name) {
      return new Key(name, false, "");
    }
  }
}
