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
    List<Part> parts,
    List<Declaration> named) {
  public ProjectionPlan {
    parts = List.copyOf(parts);
    named = List.copyOf(named);
  }

  /// Its own columns, in order, without those of records that associations lead to.
  public List<AttributePlan.Column> columns() {
    return parts.stream()
        .filter(Value.class::isInstance)
        .flatMap(part -> ((Value) part).attribute().columns())
        .toList();
  }

  /// The attributes in it that are its own entity's.
  public List<AttributePlan.Stored> attributes() {
    return parts.stream()
        .filter(Value.class::isInstance)
        .map(part -> ((Value) part).attribute())
        .toList();
  }

  /// How many columns of a row it takes.
  public int width() {
    return parts.stream()
        .mapToInt(part ->
            switch (part) {
              case Value value -> (int) value.attribute().columns().count();
              case One one -> (one.optional() ? 1 : 0) + one.projection().width();
              case Several _ -> 0;
            })
        .sum();
  }

  /// How many lists it takes.
  public int lists() {
    return parts.stream()
        .mapToInt(part ->
            switch (part) {
              case Value _ -> 0;
              case One one -> one.projection().lists();
              case Several _ -> 1;
            })
        .sum();
  }

  /// What a component is read from.
  public sealed interface Part {
    /// The to-one associations on the way to it.
    List<AssociationPlan> path();
  }

  /// An attribute, of the entity itself when there is no path.
  public record Value(List<AssociationPlan> path, AttributePlan.Stored attribute) implements Part {
    public Value {
      path = List.copyOf(path);
    }
  }

  /// The row that the last association of the path leads to.
  ///
  /// @param component the name of the component
  /// @param optional whether there may be none
  public record One(
      List<AssociationPlan> path, String component, ProjectionPlan projection, boolean optional)
      implements Part {
    public One {
      path = List.copyOf(path);
    }
  }

  /// The rows that a to-many association leads to.
  public record Several(
      List<AssociationPlan> path, AssociationPlan association, ProjectionPlan element)
      implements Part {
    public Several {
      path = List.copyOf(path);
    }
  }
}
