package dev.ambix.processor.check;

import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Field;
import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns the fields of an entity, or the components of a projection of rows, into attributes. It
/// numbers their columns, so each of them needs a new one.
final class AttributeCheck {
  private final Catalog catalog;
  private final Problems problems;
  private final ValueCheck values;
  private final PlacementCheck placement;
  private final SourceCheck sources;
  private final DefaultCheck defaults;
  private final NameCheck names;
  private final AssociationShape shape;
  private final AssociationCheck associations;
  private final boolean ofTable;
  private int next;

  /// @param ofTable whether the columns are those of a table, not of a result
  AttributeCheck(Catalog catalog, Problems problems, boolean ofTable) {
    this(catalog, problems, ofTable, new Keys(catalog));
  }

  /// @param keys reads the keys that the attributes refer to
  AttributeCheck(Catalog catalog, Problems problems, boolean ofTable, Keys keys) {
    this.ofTable = ofTable;
    this.catalog = catalog;
    this.problems = problems;
    this.values = new ValueCheck(catalog, problems);
    this.placement = new PlacementCheck(problems, ofTable);
    this.sources = new SourceCheck(problems);
    this.defaults = new DefaultCheck(problems);
    this.names = new NameCheck(problems);
    this.shape = new AssociationShape(problems);
    this.associations = new AssociationCheck(catalog, problems, keys, () -> next++);
  }

  List<AttributePlan> check(Declaration owner) {
    var scope = Scope.of(owner.name());
    var attributes = new ArrayList<AttributePlan>();
    for (var field : owner.fields()) {
      if (placement.isAttribute(scope, field)) {
        check(owner, scope, field).ifPresent(attributes::add);
      }
    }
    return attributes;
  }

  /// The attribute of this name alone.
  Optional<AttributePlan> check(Declaration owner, String name) {
    var scope = Scope.of(owner.name());
    return owner.fields().stream()
        .filter(field -> field.name().equals(name) && placement.isAttribute(scope, field))
        .findFirst()
        .flatMap(field -> check(owner, scope, field).map(AttributePlan.class::cast));
  }

  private Optional<? extends AttributePlan> check(Declaration owner, Scope scope, Field field) {
    return ofTable && AssociationShape.isAssociation(field)
        ? associations.check(owner, scope, field)
        : stored(scope, field);
  }

  private Optional<AttributePlan.Stored> stored(Scope scope, Field field) {
    if (ofTable && !scope.isEmbedded() && field.isFinal()) {
      problems.error(
          field.origin(),
          Code.FinalAttribute,
          scope.subject(field),
          "an attribute is set when its row is read; got a final field, expected one that is not. Remove `final`, or mark the field @Transient.");
      return Optional.empty();
    }
    if (!nullable(scope, field) || !visible(scope, field, field.type())) {
      return Optional.empty();
    }
    return field.has("Embedded") ? embedded(scope, field) : column(scope, field);
  }

  private boolean nullable(Scope scope, Field field) {
    var bytes = field.elementNullable() && field.type().toString().equals("byte[]");
    if (!bytes && !(field.nullable() && field.type().isPrimitive())) {
      return true;
    }
    problems.error(
        field.origin(),
        Code.NullablePrimitive,
        scope.subject(field),
        bytes
            ? "a byte is never null; got `@Nullable byte[]`, expected `byte @Nullable []`. Move the annotation before the brackets."
            : "a primitive is never null; got @Nullable %s, expected %s. Use the class instead of the primitive."
                .formatted(field.type(), field.type().boxed()));
    return false;
  }

  /// Whether generated code, which stands in the package of the entity, may name the type.
  private boolean visible(Scope scope, Field field, JavaType type) {
    return switch (type) {
      case JavaType.Declared declared ->
          visible(scope, field, declared.name())
              && declared.arguments().stream().allMatch(each -> visible(scope, field, each));
      case JavaType.Array array -> visible(scope, field, array.element());
      case JavaType.Wildcard wildcard ->
          wildcard.bound().map(bound -> visible(scope, field, bound)).orElse(true);
      case JavaType.Primitive _, JavaType.Other _ -> true;
    };
  }

  private boolean visible(Scope scope, Field field, TypeName name) {
    var packageName = scope.owner().packageName();
    if (catalog.find(name).map(type -> type.visibleFrom(packageName)).orElse(true)) {
      return true;
    }
    problems.error(
        field.origin(),
        Code.TypeNotVisible,
        scope.subject(field),
        "generated code in package %s cannot name the type; got %s, expected a class that is visible there. Make the class public or package-private."
            .formatted(packageName, name));
    return false;
  }

  private Optional<AttributePlan.Stored> embedded(Scope scope, Field field) {
    var type = catalog.find(field.type());
    if (type.isEmpty()
        || type.get().shape() != Declaration.Shape.RECORD
        || type.get().isGeneric()
        || type.get().fields().isEmpty()) {
      problems.error(
          field.origin(),
          Code.EmbeddedNotRecord,
          scope.subject(field),
          "only a record is embedded; got %s, expected a record with components and without type parameters. Make the type such a record, or remove @Embedded."
              .formatted(field.type()));
      return Optional.empty();
    }
    var name = type.get().name();
    if (scope.records().contains(name)) {
      problems.error(
          field.origin(),
          Code.RecursiveEmbedded,
          scope.subject(field),
          "a record cannot contain itself; got %s inside %s, expected another type. Remove the component, or store it through @Convert(…)."
              .formatted(name.simpleName(), name.simpleName()));
      return Optional.empty();
    }
    placement.checkEmbedded(scope, field);
    var inside = scope.inside(field, name, prefix(field));
    var parts = parts(inside, type.get());
    return Optional.of(
        new AttributePlan.Embedded(
            field.origin(),
            scope.path() + field.name(),
            field.type(),
            field.nullable(),
            name,
            parts));
  }

  private List<AttributePlan.Stored> parts(Scope inside, Declaration record) {
    var parts = new ArrayList<AttributePlan.Stored>();
    for (var component : record.fields()) {
      if (AssociationShape.isAssociation(component)) {
        shape.check(inside, component);
      } else {
        stored(inside, component).ifPresent(parts::add);
      }
    }
    return parts;
  }

  private static String prefix(Field field) {
    var prefix = field.annotation("Embedded").map(each -> each.text("prefix")).orElse("\0");
    return prefix.equals("\0") ? SnakeCase.of(field.name()) + "_" : prefix;
  }

  private Optional<AttributePlan.Stored> column(Scope scope, Field field) {
    int index = next++;
    var name = field.annotation("ColumnName").map(each -> each.text("value"));
    var column = scope.columnPrefix() + name.orElseGet(() -> SnakeCase.of(field.name()));
    names.check(field.origin(), scope.subject(field), "column", column);
    return values
        .check(scope, field, ofTable)
        .map(value -> {
          placement.check(scope, field, value);
          return new AttributePlan.Column(
              field.origin(),
              scope.path() + field.name(),
              field.type(),
              field.nullable(),
              index,
              column,
              value,
              field.has("Id"),
              field.nullable() || scope.nullable(),
              field.has("Sensitive") || scope.sensitive(),
              sources.check(scope, field, value),
              defaults.check(scope, field, value),
              field.annotations());
        });
  }
}
