package dev.ambix.processor.check;

import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks the unique keys, indexes and references of an entity.
final class ConstraintCheck {
  private final Problems problems;
  private final ReferenceCheck references;
  private final NameCheck names;

  ConstraintCheck(Catalog catalog, Problems problems) {
    this.problems = problems;
    this.references = new ReferenceCheck(catalog, problems);
    this.names = new NameCheck(problems);
  }

  List<ConstraintPlan> check(EntityPlan plan) {
    var constraints = new ArrayList<ConstraintPlan>();
    for (var column : plan.columns()) {
      constraints.addAll(ofColumn(plan, column));
    }
    for (var association : plan.associations()) {
      constraints.addAll(ofAssociation(plan, association));
    }
    for (var annotation : plan.declaration().annotations()) {
      ofEntity(plan, annotation).ifPresent(constraints::add);
    }
    checkDuplicates(plan, constraints);
    return withIndexes(plan, constraints);
  }

  private List<ConstraintPlan> ofColumn(EntityPlan plan, AttributePlan.Column column) {
    var subject = plan.name().simpleName() + "." + column.path();
    var constraints = new ArrayList<ConstraintPlan>();
    for (var annotation : column.annotations()) {
      switch (annotation.name()) {
        case "Unique", "Index" -> {
          checkNoNames(subject, annotation);
          constraints.add(constraint(annotation, subject, List.of(column)));
        }
        case "References" -> references.check(plan, column, annotation).ifPresent(constraints::add);
        default -> {}
      }
    }
    return constraints;
  }

  private List<ConstraintPlan> ofAssociation(EntityPlan plan, AssociationPlan association) {
    if (!(association.link() instanceof AssociationPlan.Reference reference)) {
      return List.of();
    }
    var subject = plan.name().simpleName() + "." + association.path();
    var constraints = new ArrayList<ConstraintPlan>();
    constraints.add(new ConstraintPlan.ForeignKey(association, reference));
    if (reference.unique() && !isKey(plan, reference.columns())) {
      constraints.add(new ConstraintPlan.Unique("", reference.columns()));
    }
    for (var annotation : association.annotations()) {
      if (Set.of("Unique", "Index").contains(annotation.name())) {
        checkNoNames(subject, annotation);
        constraints.add(constraint(annotation, subject, reference.columns()));
      }
    }
    return constraints;
  }

  private static boolean isKey(EntityPlan plan, List<AttributePlan.Column> columns) {
    return plan.columns().stream().filter(AttributePlan.Column::key).toList().equals(columns);
  }

  private void checkNoNames(String subject, Annotation annotation) {
    if (!annotation.texts("value").isEmpty()) {
      problems.error(
          annotation.origin(),
          Code.MisplacedAnnotation,
          subject,
          "on a field, @%s is about that field; got names of attributes, expected none. Move the annotation to the class, or remove the names."
              .formatted(annotation.name()));
    }
  }

  private Optional<ConstraintPlan> ofEntity(EntityPlan plan, Annotation annotation) {
    var subject = plan.name().simpleName();
    if (annotation.name().equals("Check")) {
      return Optional.of(condition(plan, annotation));
    }
    if (!Set.of("Unique", "Index").contains(annotation.name())) {
      return Optional.empty();
    }
    var paths = annotation.texts("value");
    if (paths.isEmpty()) {
      problems.error(
          annotation.origin(),
          Code.ConstraintWithoutAttributes,
          subject,
          "on a class, @%s names attributes; got none, expected at least one. Name them: @%s({\"first\", \"second\"})."
              .formatted(annotation.name(), annotation.name()));
      return Optional.empty();
    }
    var columns = new ArrayList<AttributePlan.Column>();
    for (var path : paths) {
      columns.addAll(columns(plan, annotation, path));
    }
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(constraint(annotation, subject, columns));
  }

  private List<AttributePlan.Column> columns(EntityPlan plan, Annotation annotation, String path) {
    var found = plan.attribute(path);
    if (found.isPresent() && !(found.get() instanceof AttributePlan.Embedded)) {
      var columns = found.get().columns().toList();
      if (!columns.isEmpty()) {
        return columns;
      }
    }
    problems.error(
        annotation.origin(),
        Code.UnknownAttribute,
        plan.name().simpleName(),
        "@%s names no attribute of one column; got \"%s\", expected one of %s. Correct the name."
            .formatted(annotation.name(), path, plan.paths()));
    return List.of();
  }

  private ConstraintPlan constraint(
      Annotation annotation, String subject, List<AttributePlan.Column> columns) {
    var name = annotation.text("name");
    if (!name.isEmpty()) {
      names.check(annotation.origin(), subject, "constraint", name);
    }
    if (new HashSet<>(columns).size() < columns.size()) {
      duplicate(annotation.origin(), subject, "an attribute twice", "each attribute once");
    }
    return annotation.name().equals("Unique")
        ? new ConstraintPlan.Unique(name, columns)
        : new ConstraintPlan.Index(
            name, columns, annotation.flag("unique"), annotation.text("where").strip());
  }

  private ConstraintPlan condition(EntityPlan plan, Annotation annotation) {
    var subject = plan.name().simpleName();
    var check = new ConstraintPlan.Check(annotation.text("name"), annotation.text("sql").strip());
    names.check(annotation.origin(), subject, "constraint", check.name());
    if (check.sql().isEmpty()) {
      problems.error(
          annotation.origin(),
          Code.CheckWithoutCondition,
          subject,
          "a CHECK has a condition; got none, expected SQL such as `age >= 0`. Write it into `sql`.");
    }
    for (var column : plan.columns()) {
      if (check.name().equals("ck_" + plan.tableOf(column) + "_" + column.column())) {
        duplicate(
            annotation.origin(),
            subject,
            check.name() + ", as the check is named that engines make for the type of a column",
            "another name");
      }
    }
    return check;
  }

  private void checkDuplicates(EntityPlan plan, List<ConstraintPlan> constraints) {
    Set<Object> seen = new HashSet<>();
    for (var constraint : constraints) {
      var keys =
          switch (constraint) {
            case ConstraintPlan.Unique unique -> List.of(unique.name(), unique.columns());
            case ConstraintPlan.Index index -> List.of(index.name(), keys(index));
            case ConstraintPlan.Check check -> List.<Object>of(check.name());
            case ConstraintPlan.Reference _, ConstraintPlan.ForeignKey _ -> List.<Object>of();
          };
      for (var key : keys) {
        if (!key.equals("") && !seen.add(key)) {
          duplicate(
              plan.declaration().origin(),
              plan.name().simpleName(),
              key instanceof String name ? "two named " + name : "two on the same attributes",
              "one");
        }
      }
    }
  }

  /// What no other index may have too: several on the same attributes differ in their rows.
  private static Object keys(ConstraintPlan.Index index) {
    return index.where().isEmpty() ? index.columns() : List.of(index.columns(), index.where());
  }

  private void duplicate(Origin origin, String subject, String got, String expected) {
    problems.error(
        origin,
        Code.DuplicateConstraint,
        subject,
        "a constraint or an index stands twice; got %s, expected %s. Remove one, or rename it."
            .formatted(got, expected));
  }

  /// Adds an index for each reference that nothing else serves, so that a deletion of the row that
  /// it refers to need not read the whole table.
  private static List<ConstraintPlan> withIndexes(
      EntityPlan plan, List<ConstraintPlan> constraints) {
    var served = new ArrayList<List<AttributePlan.Column>>();
    served.add(plan.columns().stream().filter(AttributePlan.Column::key).toList());
    for (var constraint : constraints) {
      switch (constraint) {
        case ConstraintPlan.Unique unique -> served.add(unique.columns());
        case ConstraintPlan.Index index -> {
          if (index.where().isEmpty()) {
            served.add(index.columns());
          }
        }
        case ConstraintPlan.Check _, ConstraintPlan.Reference _, ConstraintPlan.ForeignKey _ -> {}
      }
    }
    var all = new ArrayList<ConstraintPlan>();
    for (var constraint : constraints) {
      all.add(constraint);
      switch (constraint) {
        case ConstraintPlan.Unique _, ConstraintPlan.Index _, ConstraintPlan.Check _ -> {}
        case ConstraintPlan.Reference _, ConstraintPlan.ForeignKey _ -> {
          if (!isServed(constraint.columns(), served)) {
            served.add(constraint.columns());
            all.add(new ConstraintPlan.Index("", constraint.columns(), false, ""));
          }
        }
      }
    }
    return all;
  }

  /// Whether the columns are the first ones of a key or an index, in any order.
  private static boolean isServed(
      List<AttributePlan.Column> columns, List<List<AttributePlan.Column>> served) {
    return served.stream()
        .anyMatch(each ->
            each.size() >= columns.size()
                && Set.copyOf(each.subList(0, columns.size())).equals(Set.copyOf(columns)));
  }
}
