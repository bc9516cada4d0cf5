package dev.ambix.schema;

import java.util.List;

/// A UNIQUE constraint.
///
/// @param name the constraint's name
/// @param columns its columns, in order; never empty
public record UniqueKey(String name, List<String> columns) {
  public UniqueKey {
    columns = Names.require("unique key", name, columns);
  }
}
