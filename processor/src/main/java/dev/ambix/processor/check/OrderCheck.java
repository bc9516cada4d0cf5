package dev.ambix.processor.check;

import dev.ambix.processor.check.AssociationPlan.Order;
import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Field;
import java.util.List;
import java.util.Optional;

/// Reads the order in which an association is loaded.
final class OrderCheck {
  private static final String DESCENDING = " desc";

  private final Keys keys;
  private final Problems problems;

  OrderCheck(Keys keys, Problems problems) {
    this.keys = keys;
    this.problems = problems;
  }

  List<Order> check(String subject, Field field, Declaration target) {
    return field.annotation("OrderBy").stream()
        .flatMap(annotation ->
            annotation.texts("value").stream()
                .flatMap(term -> order(subject, annotation, target, term).stream()))
        .toList();
  }

  private Optional<Order> order(
      String subject, Annotation annotation, Declaration target, String term) {
    var descending = term.endsWith(DESCENDING);
    var path = descending ? term.substring(0, term.length() - DESCENDING.length()) : term;
    var dot = path.indexOf('.');
    var name = dot < 0 ? path : path.substring(0, dot);
    var attribute =
        isAssociation(target, name)
            ? Optional.<AttributePlan>empty()
            : keys.attribute(target, name);
    var ordered =
        attribute.stream()
            .flatMap(AttributePlan::columns)
            .filter(column -> column.path().equals(path))
            .anyMatch(column -> column.value().operators() != ValueType.Operators.VALUE);
    if (ordered) {
      return Optional.of(new Order(path, descending));
    }
    problems.error(
        annotation.origin(),
        Code.UnknownAttribute,
        subject,
        "@OrderBy names no attribute of %s whose values have an order; got \"%s\", expected one such as \"name\" or \"name desc\". Correct it."
            .formatted(target.name().simpleName(), term));
    return Optional.empty();
  }

  private static boolean isAssociation(Declaration target, String name) {
    return target.fields().stream()
        .anyMatch(field -> field.name().equals(name) && AssociationShape.isAssociation(field));
  }
}
