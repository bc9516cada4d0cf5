package dev.ambix.schema;

import java.util.List;

/// The primary key of a table.
///
/// @param name the constraint's name
/// @param columns its columns, in order; never empty
public record PrimaryKey(String name, List<String> columns) {
  public PrimaryKey {
    columns = Names.require("primary key", name, columns);
  }
}
