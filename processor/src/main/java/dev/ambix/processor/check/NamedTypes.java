package dev.ambix.processor.check;

import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.TypeName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Finds the classes that generated code will name.
final class NamedTypes {
  private final Catalog catalog;

  NamedTypes(Catalog catalog) {
    this.catalog = catalog;
  }

  List<Declaration> of(EntityPlan plan, List<ConstraintPlan> constraints) {
    Set<TypeName> names = new TreeSet<>();
    names.add(plan.name());
    plan.attributes().forEach(attribute -> collect(attribute, names));
    for (var constraint : constraints) {
      if (constraint instanceof ConstraintPlan.Reference reference) {
        names.add(reference.target());
      }
    }
    return names.stream().flatMap(name -> catalog.find(name).stream()).toList();
  }

  List<Declaration> of(TypeName projection, List<? extends AttributePlan> attributes) {
    Set<TypeName> names = new TreeSet<>();
    names.add(projection);
    attributes.forEach(attribute -> collect(attribute, names));
    return names.stream().flatMap(name -> catalog.find(name).stream()).toList();
  }

  List<Declaration> of(ProjectionPlan plan) {
    Set<TypeName> names = new TreeSet<>();
    names.add(plan.declaration().name());
    plan.entity().ifPresent(names::add);
    plan.attributes().forEach(attribute -> collect(attribute, names));
    for (var part : plan.parts()) {
      switch (part) {
        case ProjectionPlan.Value _ -> {}
        case ProjectionPlan.One one -> names.add(one.projection().declaration().name());
        case ProjectionPlan.Several several -> names.add(several.element().declaration().name());
      }
    }
    return names.stream().flatMap(name -> catalog.find(name).stream()).toList();
  }

  private static void collect(AttributePlan attribute, Set<TypeName> names) {
    collect(attribute.type(), names);
    switch (attribute) {
      case AttributePlan.Column column -> collect(column.value(), names);
      case AttributePlan.Embedded embedded ->
          embedded.parts().forEach(part -> collect(part, names));
      case AssociationPlan association ->
          association.columns().forEach(column -> collect(column, names));
    }
  }

  private static void collect(JavaType type, Set<TypeName> names) {
    switch (type) {
      case JavaType.Declared declared -> {
        names.add(declared.name());
        declared.arguments().forEach(each -> collect(each, names));
      }
      case JavaType.Array array -> collect(array.element(), names);
      case JavaType.Wildcard wildcard -> wildcard.bound().ifPresent(each -> collect(each, names));
      case JavaType.Primitive _, JavaType.Other _ -> {}
    }
  }

  private static void collect(ValueType value, Set<TypeName> names) {
    if (value instanceof ValueType.Converted converted) {
      names.add(converted.converter());
      collect(converted.column(), names);
    }
    if (value instanceof ValueType.Enumeration enumeration) {
      names.add(enumeration.type());
    }
    if (value instanceof ValueType.NativeEnum enumeration) {
      names.add(enumeration.type());
    }
    if (value instanceof ValueType.Many many) {
      collect(many.element(), names);
    }
    if (value instanceof ValueType.Json json) {
      collect(json.shape(), names);
    }
  }

  private static void collect(JsonShape shape, Set<TypeName> names) {
    switch (shape) {
      case JsonShape.Scalar scalar -> collect(scalar.type(), names);
      case JsonShape.Items items -> collect(items.element(), names);
      case JsonShape.Properties properties -> collect(properties.value(), names);
      case JsonShape.Parts parts -> {
        names.add(parts.type());
        for (var part : parts.parts()) {
          collect(part.type(), names);
          collect(part.shape(), names);
        }
      }
    }
  }
}
