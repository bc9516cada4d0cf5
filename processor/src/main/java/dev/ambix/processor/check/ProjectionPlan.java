package dev.ambix.processor.check;

import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.TypeName;
import java.util.List;
import java.util.Optional;

/// A projection whose components make sense.
///
/// @param declaration the record
/// @param entity the entity that it is read from; empty for the rows of an SQL text
/// @param source what the columns belong to: the entity, or else the record itself, whose table has
///   no name
/// @param parts what each component is read from, in order
/// @param named the classes that its mapping names, each once
public record ProjectionPlan(
    Declaration declaration,
    Optional<TypeName> entity,
    EntityPlan source,
    List<AttributePlan> parts,
    List<Declaration> named) {
  public ProjectionPlan {
    parts = List.copyOf(parts);
    named = List.copyOf(named);
  }

  /// The columns that are read, in order.
  public List<AttributePlan.Column> columns() {
    return parts.stream().flatMap(AttributePlan::columns).toList();
  }
}
