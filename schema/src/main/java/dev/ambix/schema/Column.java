package dev.ambix.schema;

import java.util.Optional;

/// A column of a table.
///
/// @param name its name, as the database knows it
/// @param type its type
/// @param nullable whether it may hold NULL
/// @param defaultValue what the database puts in when an INSERT does not name the column
/// @param identity whether the database numbers the rows in this column
public record Column(
    String name, SqlType type, boolean nullable, Optional<Default> defaultValue, boolean identity) {
  public Column {
    Names.require("column", name);
    if (identity && (nullable || defaultValue.isPresent())) {
      throw new IllegalArgumentException(
          "column " + name + ": an identity column is NOT NULL and has no default");
    }
  }
}
