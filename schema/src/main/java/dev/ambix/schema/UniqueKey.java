package dev.ambix.schema;

import java.util.List;

/// A UNIQUE constraint.
///
/// @param name the constraint's name
/// @param columns its columns, in order; never empty
/// @param nullsDistinct whether two rows that have NULL in it count as different
public record UniqueKey(String name, List<String> columns, boolean nullsDistinct)
    implements Constraint {
  public UniqueKey {
    columns = Names.require("unique key", name, columns);
  }

  /// One in which NULLs are distinct, as the standard has it.
  public UniqueKey(String name, List<String> columns) {
    this(name, columns, true);
  }

  @Override
  public UniqueKey named(String other) {
    return new UniqueKey(other, columns, nullsDistinct);
  }
}
