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
/// @param hierarchy its subtypes, where it is the root of some
/// @param renames the former names of its table and columns
public record EntityPlan(
    Declaration declaration,
    String table,
    List<AttributePlan> attributes,
    List<ConstraintPlan> constraints,
    List<Declaration> named,
    Optional<HierarchyPlan> hierarchy,
    List<RenamePlan> renames) {
  public EntityPlan {
    attributes = List.copyOf(attributes);
    constraints = List.copyOf(constraints);
    named = List.copyOf(named);
    renames = List.copyOf(renames);
  }

  /// The attributes of a class, of which no more is known yet.
  static EntityPlan of(Declaration declaration, String table, List<AttributePlan> attributes) {
    return new EntityPlan(
        declaration, table, attributes, List.of(), List.of(), Optional.empty(), List.of());
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

  /// The class that declares an attribute.
  TypeName owner(AttributePlan attribute) {
    var path = attribute.path();
    var field = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
    return declaration.fields().stream()
        .filter(each -> each.name().equals(field))
        .findFirst()
        .orElseThrow()
        .owner();
  }

  /// The class that declares an attribute which it has from its hierarchy.
  public Optional<TypeName> inheritedFrom(AttributePlan attribute) {
    return Optional.of(owner(attribute)).filter(owner -> !owner.equals(name()));
  }

  /// Whether it adds an attribute to those of the root of its hierarchy.
  public boolean isAdded(AttributePlan attribute) {
    return declaration.root().filter(root -> !root.name().equals(owner(attribute))).isPresent();
  }

  /// The table of the columns of an attribute.
  public String tableOf(AttributePlan attribute) {
    return isAdded(attribute) ? table : rootTable();
  }

  /// The table of its hierarchy, or its own.
  public String rootTable() {
    return Tables.of(declaration);
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
