package dev.ambix.processor.check;

import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import java.util.Optional;

/// Checks that a reference fits the key that it refers to.
final class ReferenceCheck {
  private final Catalog catalog;
  private final Problems problems;

  ReferenceCheck(Catalog catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
  }

  Optional<ConstraintPlan> check(
      EntityPlan plan, AttributePlan.Column column, Annotation reference) {
    var subject = plan.name().simpleName() + "." + column.path();
    var target = reference.type("value").flatMap(catalog::find);
    if (target.filter(ReferenceCheck::lacksKey).isPresent()) {
      return Optional.empty(); // it has an error of its own, from which this one would follow
    }
    var key = target.flatMap(each -> key(plan, each));
    if (target.isEmpty() || key.isEmpty()) {
      problems.error(
          reference.origin(),
          Code.ReferenceTarget,
          subject,
          "it refers to no key of one column; got %s, expected an @Entity with one @Id that is visible here. Name another class, or remove @References."
              .formatted(reference.type("value").map(Object::toString).orElse("nothing")));
      return Optional.empty();
    }
    if (!key.get().type().boxed().equals(column.type().boxed())) {
      problems.error(
          reference.origin(),
          Code.ReferenceTypeMismatch,
          subject,
          "it cannot hold the key that it refers to; got %s, expected %s as `%s.%s`. Change the type of the attribute."
              .formatted(
                  column.type(),
                  key.get().type(),
                  target.get().name().simpleName(),
                  key.get().name()));
    }
    checkSetNull(column, reference, subject);
    return Optional.of(
        new ConstraintPlan.Reference(
            column, target.get().name(), reference.text("onDelete"), reference.flag("deferred")));
  }

  private static boolean lacksKey(Declaration target) {
    return target.has("Entity") && target.fields().stream().noneMatch(field -> field.has("Id"));
  }

  private Optional<AttributePlan.Column> key(EntityPlan plan, Declaration target) {
    var keys = new Keys(catalog).of(target);
    return target.has("Entity") && keys.size() == 1 && target.visibleFrom(plan.name().packageName())
        ? Optional.of(keys.getFirst())
        : Optional.empty();
  }

  private void checkSetNull(AttributePlan.Column column, Annotation reference, String subject) {
    if (reference.text("onDelete").equals("SET_NULL") && !column.columnNullable()) {
      problems.error(
          reference.origin(),
          Code.SetNullNotNullable,
          subject,
          "a deletion would put NULL where there is none; got onDelete = SET_NULL on an attribute that is NOT NULL, expected a @Nullable one. Add @Nullable, or choose CASCADE or NO_ACTION.");
    }
  }
}
