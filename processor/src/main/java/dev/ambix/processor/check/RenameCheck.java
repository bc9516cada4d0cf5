package dev.ambix.processor.check;

import dev.ambix.processor.read.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks the former names of the table and the columns of an entity.
final class RenameCheck {
  private static final String RENAMED = "RenamedFrom";

  private final Problems problems;
  private final NameCheck names;

  RenameCheck(Problems problems) {
    this.problems = problems;
    this.names = new NameCheck(problems);
  }

  /// The former names: that of the table first, then those of columns in order.
  List<RenamePlan> check(EntityPlan plan) {
    var renames = new ArrayList<RenamePlan>();
    plan.declaration().annotation(RENAMED).ifPresent(each -> table(plan, each, renames));
    for (var column : plan.columns()) {
      find(column.annotations())
          .ifPresent(each -> add(plan, column, each, prefix(column) + each.text("value"), renames));
    }
    for (var association : plan.associations()) {
      find(association.annotations())
          .ifPresent(each -> reference(plan, association, each, renames));
    }
    return renames;
  }

  private static Optional<Annotation> find(List<Annotation> annotations) {
    return annotations.stream().filter(each -> each.name().equals(RENAMED)).findFirst();
  }

  private void table(EntityPlan plan, Annotation annotation, List<RenamePlan> renames) {
    var subject = plan.name().simpleName();
    if (plan.declaration().root().isPresent() && !plan.declaration().isJoined()) {
      misplaced(
          annotation, subject, "a subtype in the table of its root", "a class with its own table");
      return;
    }
    add(annotation, subject, new RenamePlan(plan.table(), "", annotation.text("value")), renames);
  }

  private void reference(
      EntityPlan plan, AssociationPlan association, Annotation annotation, List<RenamePlan> all) {
    var columns = association.columns().toList();
    if (columns.size() == 1) {
      add(plan, columns.getFirst(), annotation, annotation.text("value"), all);
    } else {
      misplaced(
          annotation,
          plan.name().simpleName() + "." + association.path(),
          "a reference of %d columns".formatted(columns.size()),
          "one of a single column");
    }
  }

  /// What the records around a component put before the name of its column.
  private static String prefix(AttributePlan.Column column) {
    var own =
        column.annotations().stream()
            .filter(each -> each.name().equals("ColumnName"))
            .map(each -> each.text("value"))
            .findFirst()
            .orElseGet(() -> SnakeCase.of(column.name()));
    return column.column().substring(0, column.column().length() - own.length());
  }

  /// A key stands in each table of a joined hierarchy.
  private void add(
      EntityPlan plan,
      AttributePlan.Column column,
      Annotation annotation,
      String before,
      List<RenamePlan> all) {
    var subject = plan.name().simpleName() + "." + column.path();
    add(annotation, subject, new RenamePlan(plan.tableOf(column), column.column(), before), all);
    if (column.key() && !plan.table().equals(plan.tableOf(column))) {
      all.add(new RenamePlan(plan.table(), column.column(), before));
    }
  }

  private void add(
      Annotation annotation, String subject, RenamePlan rename, List<RenamePlan> renames) {
    boolean ofTable = rename.column().isEmpty();
    names.check(annotation.origin(), subject, "former", rename.before());
    if (rename.before().equals(ofTable ? rename.table() : rename.column())) {
      problems.error(
          annotation.origin(),
          Code.InvalidName,
          subject,
          "a former name is another one; got %s, which the %s has now, expected the one before. Correct it, or remove @RenamedFrom."
              .formatted(rename.before(), ofTable ? "table" : "column"));
    }
    renames.add(rename);
  }

  private void misplaced(Annotation annotation, String subject, String got, String expected) {
    problems.error(
        annotation.origin(),
        Code.MisplacedAnnotation,
        subject,
        "@RenamedFrom has no meaning here; got %s, expected %s. Remove the annotation."
            .formatted(got, expected));
  }
}
