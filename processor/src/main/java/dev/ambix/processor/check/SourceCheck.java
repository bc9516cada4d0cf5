package dev.ambix.processor.check;

import dev.ambix.processor.check.AttributePlan.Source;
import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Field;
import java.util.List;

/// Finds who sets an attribute.
final class SourceCheck {
  private final Problems problems;

  SourceCheck(Problems problems) {
    this.problems = problems;
  }

  Source check(Scope scope, Field field, ValueType value) {
    if (field.has("Version")) {
      return Source.VERSION;
    }
    if (field.has("CreatedAt")) {
      return Source.CREATED_AT;
    }
    if (field.has("UpdatedAt")) {
      return Source.UPDATED_AT;
    }
    return field
        .annotation("Generated")
        .map(generated -> generated(scope, field, value, generated))
        .orElse(Source.PROGRAM);
  }

  private Source generated(Scope scope, Field field, ValueType value, Annotation generated) {
    var strategy = generated.text("value");
    var number = List.of(plain(Scalar.INTEGER), plain(Scalar.LONG)).contains(value);
    if (number) {
      return strategy.equals("SEQUENCE") ? Source.SEQUENCE : Source.IDENTITY;
    }
    if (value.equals(plain(Scalar.UUID)) && strategy.equals("AUTO")) {
      return Source.UUID_V7;
    }
    problems.error(
        generated.origin(),
        Code.UnsupportedGeneration,
        scope.subject(field),
        "no id of this type is generated this way; got %s with %s, expected int or long, or a UUID with AUTO. Change the type or the strategy."
            .formatted(field.type(), strategy));
    return Source.PROGRAM;
  }

  private static ValueType plain(Scalar scalar) {
    return new ValueType.Plain(scalar);
  }
}
