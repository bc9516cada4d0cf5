package dev.ambix.processor.write;

import dev.ambix.processor.check.EntityPlan;
import dev.ambix.processor.read.Surroundings;

/// What the writers of the parts of a generated class share.
///
/// @param plan the entity
/// @param imports the names of other classes
/// @param names the names of the members
/// @param values the expressions for values
/// @param surroundings what the class may rely on
record Part(
    EntityPlan plan,
    Imports imports,
    GeneratedNames names,
    Values values,
    Surroundings surroundings) {
  /// The entity, as it is written.
  String entity() {
    return imports.of(plan.name());
  }

  /// The type, marked as one that may be null.
  String nullable(String type) {
    if (!surroundings.jspecify()) {
      return type;
    }
    var annotation = "@" + imports.of("Nullable") + " ";
    if (type.endsWith("[]")) {
      return type.substring(0, type.length() - 2) + " " + annotation + "[]";
    }
    int dot = type.lastIndexOf('.', type.indexOf('<') < 0 ? type.length() : type.indexOf('<'));
    return type.substring(0, dot + 1) + annotation + type.substring(dot + 1);
  }

  /// The position of a column as an expression, counted from a variable.
  static String index(String first, int offset) {
    return offset == 0 ? first : first + " + " + offset;
  }
}
