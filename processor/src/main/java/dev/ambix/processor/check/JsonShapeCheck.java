package dev.ambix.processor.check;

import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Declaration.Shape;
import dev.ambix.processor.read.Field;
import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds how an attribute stands in JSON.
final class JsonShapeCheck {
  private static final Set<String> IN_JSON = Set.of("Convert", "Json", "Length", "Precision");

  private final Catalog catalog;
  private final Problems problems;
  private final ValueCheck values;

  /// @param values finds how scalars stand in a column
  JsonShapeCheck(Catalog catalog, Problems problems, ValueCheck values) {
    this.catalog = catalog;
    this.problems = problems;
    this.values = values;
  }

  Optional<JsonShape> check(Scope scope, Field field) {
    return new Walk(scope, field, scope.subject(field), List.of()).shape(field.type(), field);
  }

  private static boolean isNamed(JavaType type, String name, int arguments) {
    return type instanceof JavaType.Declared declared
        && declared.name().qualified().equals(name)
        && declared.arguments().size() == arguments;
  }

  /// A way into an attribute.
  private final class Walk {
    private final Scope scope;
    private final Field attribute;
    private final String path;
    private final List<TypeName> around;

    /// @param attribute where errors are shown
    /// @param path what the place is called: `User.settings.theme`
    /// @param around the records around it
    Walk(Scope scope, Field attribute, String path, List<TypeName> around) {
      this.scope = scope;
      this.attribute = attribute;
      this.path = path;
      this.around = around;
    }

    /// @param place the field or component that the annotations of a scalar stand on
    Optional<JsonShape> shape(JavaType type, Field place) {
      if (place.has("Convert")) {
        return values.scalar(scope, place, path).map(JsonShape.Scalar::new);
      }
      if (isNamed(type, "java.util.List", 1)) {
        return shape(argument(type, 0), place).map(JsonShape.Items::new);
      }
      if (isNamed(type, "java.util.Map", 2)
          && argument(type, 0).toString().equals("java.lang.String")) {
        return shape(argument(type, 1), place).map(JsonShape.Properties::new);
      }
      var declaration = catalog.find(type).filter(each -> each.shape() == Shape.RECORD);
      if (declaration.isPresent()) {
        return parts(declaration.get());
      }
      var found = values.scalarOf(type, place, path);
      if (found.isEmpty()) {
        problems.error(
            attribute.origin(),
            Code.UnmappedJson,
            path,
            "no JSON has this type; got %s, expected a record, a List, a Map with String keys, an enum, or a type that a column can have. Change the type, or add @Convert(…)."
                .formatted(type));
      }
      return found.map(JsonShape.Scalar::new);
    }

    private static JavaType argument(JavaType type, int index) {
      return ((JavaType.Declared) type).arguments().get(index);
    }

    private Optional<JsonShape> parts(Declaration type) {
      var usable =
          !type.isGeneric()
              && !type.fields().isEmpty()
              && !around.contains(type.name())
              && type.visibleFrom(scope.owner().packageName());
      if (!usable) {
        problems.error(
            attribute.origin(),
            Code.UnmappedJson,
            path,
            "the record cannot stand in JSON; got %s, expected one with components, without type parameters, not inside of itself, and visible here. Change the record, or add @Convert(…)."
                .formatted(type.name()));
        return Optional.empty();
      }
      var inside = new ArrayList<>(around);
      inside.add(type.name());
      var parts = new ArrayList<JsonShape.Part>();
      for (var component : type.fields()) {
        var walk = new Walk(scope, attribute, path + "." + component.name(), inside);
        walk.part(component).ifPresent(parts::add);
      }
      return Optional.of(new JsonShape.Parts(type.name(), parts));
    }

    private Optional<JsonShape.Part> part(Field component) {
      for (var annotation : component.annotations()) {
        if (!IN_JSON.contains(annotation.name())) {
          problems.error(
              attribute.origin(),
              Code.MisplacedAnnotation,
              path,
              "@%s has no meaning here; got a component in JSON, expected an attribute in a column. Remove the annotation."
                  .formatted(annotation.name()));
        }
      }
      return shape(component.type(), component)
          .map(shape ->
              new JsonShape.Part(component.name(), component.type(), component.nullable(), shape));
    }
  }
}
