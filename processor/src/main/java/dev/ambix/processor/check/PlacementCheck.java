package dev.ambix.processor.check;

import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Field;
import java.util.List;
import java.util.Set;

/// Checks that each annotation stands where it means something.
final class PlacementCheck {
  private static final Set<String> IN_ENTITY_ONLY =
      Set.of("Id", "Generated", "Version", "CreatedAt", "UpdatedAt", "Transient");
  private static final List<String> SOURCES =
      List.of("Generated", "Version", "CreatedAt", "UpdatedAt", "Default");

  private static final Set<String> IN_RESULTS =
      Set.of("ColumnName", "Convert", "Embedded", "Json", "Precision", "Sensitive");

  private final Problems problems;
  private final boolean ofTable;

  /// @param ofTable whether the columns are those of a table, not of a result
  PlacementCheck(Problems problems, boolean ofTable) {
    this.problems = problems;
    this.ofTable = ofTable;
  }

  /// Whether the field is an attribute. One that is not has no annotation of an attribute.
  boolean isAttribute(Scope scope, Field field) {
    if (!field.isStatic() && !field.has("Transient")) {
      return true;
    }
    for (var annotation : field.annotations()) {
      if (!annotation.name().equals("Transient") || field.isStatic()) {
        misplaced(
            scope,
            field,
            annotation,
            field.isStatic() ? "a static field" : "a @Transient field",
            "an attribute");
      }
    }
    return false;
  }

  /// Checks the annotations of an attribute in one column.
  void check(Scope scope, Field field, ValueType value) {
    for (var annotation : field.annotations()) {
      var expected = expected(annotation.name(), field, value);
      if (!ofTable && !scope.isEmbedded() && !IN_RESULTS.contains(annotation.name())) {
        misplaced(
            scope, field, annotation, "a component of a projection", "an attribute of an entity");
      } else if (scope.isEmbedded() && IN_ENTITY_ONLY.contains(annotation.name())) {
        misplaced(
            scope, field, annotation, "a component of an embedded record", "a field of the entity");
      } else if (!expected.isEmpty()) {
        misplaced(scope, field, annotation, field.type().toString(), expected);
      }
    }
    checkConflicts(scope, field);
    checkNull(scope, field);
  }

  /// Checks the annotations of an embedded record.
  void checkEmbedded(Scope scope, Field field) {
    for (var annotation : field.annotations()) {
      if (!Set.of("Embedded", "Sensitive").contains(annotation.name())) {
        misplaced(
            scope,
            field,
            annotation,
            "an embedded record",
            "a component of it, or another attribute");
      }
    }
  }

  /// What the annotation expects, where this attribute is not that; otherwise empty.
  private static String expected(String annotation, Field field, ValueType value) {
    var column = value instanceof ValueType.Converted converted ? converted.column() : value;
    return switch (annotation) {
      case "Length" -> column.operators() == ValueType.Operators.TEXT ? "" : "a String";
      case "Precision" ->
          column instanceof ValueType.Decimal || column instanceof ValueType.Whole
              ? ""
              : "a BigDecimal or a BigInteger";
      case "Id" ->
          column.equals(plain(Scalar.BYTES)) || (value.isKeptAsColumnValue() && !isConverted(value))
              ? "a type whose values are compared"
              : "";
      case "Json" -> value instanceof ValueType.Json ? "" : "an attribute without @Convert";
      case "Native" -> column instanceof ValueType.NativeEnum ? "" : "an enum";
      case "Generated" -> field.has("Id") ? "" : "an attribute that is @Id";
      case "Version" ->
          field.type().isPrimitive() && isVersion(value) ? "" : "an attribute of type int or long";
      case "CreatedAt", "UpdatedAt" -> value.equals(plain(Scalar.INSTANT)) ? "" : "an Instant";
      case "Default",
          "Convert",
          "ColumnName",
          "Sensitive",
          "Unique",
          "Index",
          "References",
          "RenamedFrom" ->
          "";
      default -> "another place";
    };
  }

  private static boolean isConverted(ValueType value) {
    return value instanceof ValueType.Converted;
  }

  private static boolean isVersion(ValueType value) {
    return value.equals(plain(Scalar.INTEGER)) || value.equals(plain(Scalar.LONG));
  }

  private static ValueType plain(Scalar scalar) {
    return new ValueType.Plain(scalar);
  }

  private void checkConflicts(Scope scope, Field field) {
    var sources = SOURCES.stream().filter(field::has).toList();
    var managedKey =
        field.has("Id")
            && sources.stream().anyMatch(each -> !List.of("Generated", "Default").contains(each));
    if (sources.size() > 1 || managedKey) {
      var first = managedKey ? "Id" : sources.getFirst();
      problems.error(
          field.origin(),
          Code.ConflictingAnnotations,
          scope.subject(field),
          "two annotations set one attribute; got @%s and @%s, expected one of them. Remove the other."
              .formatted(first, sources.getLast()));
    }
  }

  private void checkNull(Scope scope, Field field) {
    if (field.nullable() && field.has("Id")) {
      problems.error(
          field.origin(),
          Code.NullableNotAllowed,
          scope.subject(field),
          "a key is never NULL; got @Nullable, expected an attribute without it. Remove @Nullable.");
    }
  }

  private void misplaced(
      Scope scope, Field field, Annotation annotation, String got, String expected) {
    problems.error(
        annotation.origin(),
        Code.MisplacedAnnotation,
        scope.subject(field),
        "@%s has no meaning here; got %s, expected %s. Remove the annotation, or change what it stands on."
            .formatted(annotation.name(), got, expected));
  }
}
