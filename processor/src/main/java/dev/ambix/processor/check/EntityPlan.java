package dev.ambix.processor.check;

import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An entity whose mapping makes sense.
///
/// @param declaration the class
/// @param table the name of its table
/// @param attributes its attributes, in order
/// @param constraints what constrains and serves its columns
/// @param named the classes that its mapping names, each once
public record EntityPlan(
    Declaration declaration,
    String table,
    List<AttributePlan> attributes,
    List<ConstraintPlan> constraints,
    List<Declaration> named) {
  public EntityPlan {
    attributes = List.copyOf(attributes);
    constraints = List.copyOf(constraints);
    named = List.copyOf(named);
  }

  /// The name of the entity.
  public TypeName name() {
    return declaration.name();
  }

  /// All columns, in order.
  public List<AttributePlan.Column> columns() {
    return attributes.stream().flatMap(AttributePlan::columns).toList();
  }

  /// The names of its own attributes, for messages.
  String names() {
    return attributes.stream().map(AttributePlan::name).collect(Collectors.joining(", "));
  }

  /// The paths of all attributes in one column, for messages.
  String paths() {
    return columns().stream().map(AttributePlan.Column::path).collect(Collectors.joining(", "));
  }

  /// The attribute of this path.
  public Optional<AttributePlan> attribute(String path) {
    return within(attributes).filter(each -> each.path().equals(path)).findFirst();
  }

  /// The attributes that lead to other entities, in order.
  public List<AssociationPlan> associations() {
    return attributes.stream()
        .filter(AssociationPlan.class::isInstance)
        .map(AssociationPlan.class::cast)
        .toList();
  }

  private static Stream<AttributePlan> within(List<? extends AttributePlan> attributes) {
    return attributes.stream()
        .flatMap(each ->
            switch (each) {
              case AttributePlan.Column column -> Stream.of(column);
              case AssociationPlan association -> Stream.of(association);
              case AttributePlan.Embedded embedded ->
                  Stream.concat(Stream.of(embedded), within(embedded.parts()));
            });
  }
}
