package dev.ambix.mapping;

import dev.ambix.schema.OnDelete;
import java.util.List;

/// What constrains or serves the columns of an entity. Generated code makes it.
public sealed interface Constraint {
  /// A UNIQUE constraint.
  ///
  /// @param name its name; empty for the one that follows from the columns
  record Unique(String name, List<String> columns) implements Constraint {
    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /// An index.
  ///
  /// @param name its name; empty for the one that follows from the columns
  record Indexed(String name, List<String> columns) implements Constraint {
    public Indexed {
      columns = List.copyOf(columns);
    }
  }

  /// A foreign key of one column to the key of another entity.
  record Reference(String column, Class<?> target, OnDelete onDelete, boolean deferred)
      implements Constraint {}

  /// A UNIQUE constraint on these columns.
  static Constraint unique(String name, Column<?, ?>... columns) {
    return new Unique(name, names(columns));
  }

  /// An index on these columns.
  static Constraint index(String name, Column<?, ?>... columns) {
    return new Indexed(name, names(columns));
  }

  /// A foreign key from this column to the key of `target`.
  static Constraint references(
      Column<?, ?> column, Class<?> target, OnDelete onDelete, boolean deferred) {
    return new Reference(column.attribute().column(), target, onDelete, deferred);
  }

  private static List<String> names(Column<?, ?>... columns) {
    return java.util.Arrays.stream(columns).map(each -> each.attribute().column()).toList();
  }
}
