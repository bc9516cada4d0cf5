package dev.ambix.schema;

import java.util.List;

/// An index that serves queries and constrains nothing.
///
/// @param name the index's name
/// @param columns its columns, in order; never empty
public record Index(String name, List<String> columns) {
  public Index {
    columns = Names.require("index", name, columns);
  }
}
