package dev.ambix.schema;

import java.util.Optional;

/// A column of a table.
///
/// @param name its name, as the database knows it
/// @param type its type
/// @param nullable whether it may hold NULL
/// @param defaultValue what the database puts in when an INSERT does not name the column
/// @param numbering who numbers the rows in this column
/// @param computed what the database computes it from, where it does
/// @param comment the comment that the database keeps of it; empty for none
public record Column(
    String name,
    SqlType type,
    boolean nullable,
    Optional<Default> defaultValue,
    Numbering numbering,
    Optional<Computed> computed,
    String comment) {
  public Column {
    Names.require("column", name);
    if (numbering != Numbering.NONE && (nullable || defaultValue.isPresent())) {
      throw new IllegalArgumentException(
          "column " + name + ": an identity column is NOT NULL and has no default");
    }
  }

  /// A column that is not computed.
  ///
  /// @param identity whether the database numbers the rows in this column
  public Column(
      String name,
      SqlType type,
      boolean nullable,
      Optional<Default> defaultValue,
      boolean identity) {
    this(
        name,
        type,
        nullable,
        defaultValue,
        identity ? Numbering.BY_DEFAULT : Numbering.NONE,
        Optional.empty(),
        "");
  }

  /// Whether the database numbers the rows in this column.
  public boolean identity() {
    return numbering != Numbering.NONE;
  }

  /// The same under another name.
  public Column named(String other) {
    return new Column(other, type, nullable, defaultValue, numbering, computed, comment);
  }

  /// What a column is computed from.
  ///
  /// @param sql the expression, taken as it is
  /// @param stored whether it is computed when a row is written, rather than when it is read
  public record Computed(String sql, boolean stored) {}
}
