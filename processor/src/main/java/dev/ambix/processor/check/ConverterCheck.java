package dev.ambix.processor.check;

import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Declaration.Constructor;
import dev.ambix.processor.read.Field;
import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.TypeName;
import java.util.Optional;

/// Checks that a converter can be made, and that it converts this attribute.
final class ConverterCheck {
  private final Catalog catalog;
  private final Problems problems;

  ConverterCheck(Catalog catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
  }

  /// A converter that fits, and the type that it gives the column.
  record Fitting(TypeName name, JavaType column) {}

  Optional<Fitting> check(Scope scope, Field field, Annotation convert) {
    var found = convert.type("value").flatMap(catalog::find);
    if (found.isEmpty()) {
      return Optional.empty(); // javac says that there is no such class
    }
    var converter = found.get();
    if (converter.conversion().isEmpty() || !canBeMade(converter, scope)) {
      problems.error(
          convert.origin(),
          Code.ConverterUnusable,
          scope.subject(field),
          "the converter cannot be made; got %s, expected a class that implements Converter<%s, …>, neither generic nor abstract nor inner, with a constructor without parameters that this package may call. Correct the converter."
              .formatted(converter.name(), field.type().boxed()));
      return Optional.empty();
    }
    var conversion = converter.conversion().get();
    if (!conversion.attribute().equals(field.type().boxed())) {
      problems.error(
          convert.origin(),
          Code.ConverterMismatch,
          scope.subject(field),
          "the converter takes another type; got %s, which converts %s, expected one that converts %s. Change the type or the converter."
              .formatted(
                  converter.name().simpleNames(), conversion.attribute(), field.type().boxed()));
      return Optional.empty();
    }
    return Optional.of(new Fitting(converter.name(), conversion.column()));
  }

  private boolean canBeMade(Declaration converter, Scope scope) {
    var samePackage = converter.name().packageName().equals(scope.owner().packageName());
    var constructible =
        converter.constructor() == Constructor.PUBLIC
            || (converter.constructor() == Constructor.VISIBLE && samePackage);
    return constructible
        && converter.shape() == Declaration.Shape.CLASS
        && !converter.isAbstract()
        && !converter.isInner()
        && !converter.isGeneric()
        && converter.visibleFrom(scope.owner().packageName())
        && converter
            .conversion()
            .flatMap(conversion -> catalog.find(conversion.column()))
            .map(column -> column.visibleFrom(scope.owner().packageName()))
            .orElse(true);
  }
}
