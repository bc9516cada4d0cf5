package dev.ambix.schema;

import java.util.List;

/// The primary key of a table.
///
/// @param name the constraint's name
/// @param columns its columns, in order; never empty
public record PrimaryKey(String name, List<String> columns) implements Constraint {
  public PrimaryKey {
    columns = Names.require("primary key", name, columns);
  }

  @Override
  public PrimaryKey named(String other) {
    return new PrimaryKey(other, columns);
  }
}
