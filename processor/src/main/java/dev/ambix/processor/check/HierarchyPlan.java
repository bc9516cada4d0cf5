package dev.ambix.processor.check;

import dev.ambix.processor.read.TypeName;
import java.util.List;

/// The subtypes of the root of a hierarchy.
///
/// @param column the column that says which one a row is of
/// @param kinds the subtypes
public record HierarchyPlan(String column, List<Kind> kinds) {
  public HierarchyPlan {
    kinds = List.copyOf(kinds);
  }

  /// A subtype, and what the column holds for it.
  public record Kind(String value, TypeName type) {}
}
