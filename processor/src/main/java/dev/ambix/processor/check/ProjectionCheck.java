package dev.ambix.processor.check;

import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Declaration.Shape;
import dev.ambix.processor.read.Field;
import dev.ambix.processor.read.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks a projection.
public final class ProjectionCheck {
  private final Catalog catalog;
  private final Problems problems;

  public ProjectionCheck(Catalog catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
  }

  /// The plan of a projection; empty when something is wrong with it or its entity.
  public Optional<ProjectionPlan> check(Declaration projection) {
    if (projection.has("Entity")) {
      return Optional.empty(); // the check of the entity says so
    }
    int before = problems.count();
    checkShape(projection);
    if (problems.count() > before) {
      return Optional.empty();
    }
    var annotation = projection.annotation("Projection").orElseThrow();
    var of = annotation.type("of").orElseThrow();
    var plan =
        of.toString().equals("void") ? ofRows(projection) : ofEntity(projection, annotation, of);
    return problems.count() > before ? Optional.empty() : plan;
  }

  private void checkShape(Declaration projection) {
    var got = shape(projection);
    if (!got.isEmpty()) {
      problems.error(
          projection.origin(),
          Code.ProjectionShape,
          projection.name().simpleName(),
          "a projection is made by its constructor; got %s, expected a record with components and without type parameters that its package can name. Change the type, or remove @Projection."
              .formatted(got));
    }
  }

  private static String shape(Declaration projection) {
    if (projection.shape() != Shape.RECORD) {
      return projection.shape().toString();
    }
    if (projection.isGeneric()) {
      return "a generic record";
    }
    if (projection.access() == Declaration.Access.PRIVATE) {
      return "a private record";
    }
    return projection.fields().isEmpty() ? "a record without components" : "";
  }

  private Optional<ProjectionPlan> ofRows(Declaration projection) {
    var parts = new AttributeCheck(catalog, problems, false).check(projection);
    var named = new NamedTypes(catalog).of(projection.name(), parts);
    var source = new EntityPlan(projection, "", parts, List.of(), named);
    new NameCheck(problems).checkColumns(source);
    return Optional.of(new ProjectionPlan(projection, Optional.empty(), source, parts, named));
  }

  private Optional<ProjectionPlan> ofEntity(
      Declaration projection, Annotation annotation, JavaType of) {
    var entity = catalog.find(of);
    var packageName = projection.name().packageName();
    if (entity.isEmpty() || !entity.get().has("Entity") || !entity.get().visibleFrom(packageName)) {
      problems.error(
          annotation.origin(),
          Code.ProjectionOfNoEntity,
          projection.name().simpleName(),
          "it is not read from an entity; got %s, expected a class with @Entity that is visible here. Name an entity, or leave `of` out for the rows of an SQL text."
              .formatted(of));
      return Optional.empty();
    }
    return new EntityCheck(catalog, Problems.counted())
        .check(entity.get())
        .map(source -> ofEntity(projection, source));
  }

  private ProjectionPlan ofEntity(Declaration projection, EntityPlan source) {
    var parts = new ArrayList<AttributePlan>();
    for (var component : projection.fields()) {
      part(projection, source, component).ifPresent(parts::add);
    }
    var types = new NamedTypes(catalog);
    var named = new ArrayList<>(types.of(projection.name(), parts));
    named.add(source.declaration());
    return new ProjectionPlan(projection, Optional.of(source.name()), source, parts, named);
  }

  private Optional<AttributePlan> part(Declaration projection, EntityPlan source, Field component) {
    var subject = projection.name().simpleName() + "." + component.name();
    var entity = source.name().simpleName();
    for (var annotation : component.annotations()) {
      problems.error(
          annotation.origin(),
          Code.MisplacedAnnotation,
          subject,
          "the entity says how the attribute is mapped; got @%s on a component of its projection, expected none. Remove the annotation."
              .formatted(annotation.name()));
    }
    var found = source.attribute(component.name());
    if (found.isEmpty()) {
      problems.error(
          component.origin(),
          Code.UnknownAttribute,
          subject,
          "%s has no such attribute; got %s, expected one of %s. Correct the name."
              .formatted(entity, component.name(), source.names()));
      return Optional.empty();
    }
    check(component, found.get(), subject, entity + "." + component.name());
    return found;
  }

  private void check(Field component, AttributePlan attribute, String subject, String path) {
    if (attribute.columns().anyMatch(AttributePlan.Column::sensitive)) {
      problems.error(
          component.origin(),
          Code.SensitiveInProjection,
          subject,
          "the attribute stays out of answers; got `%s`, which is @Sensitive, expected another. Remove the component."
              .formatted(path));
    }
    var got = typeText(component.type(), component.nullable());
    var expected = typeText(attribute.type(), attribute.nullable());
    if (!got.equals(expected)) {
      problems.error(
          component.origin(),
          Code.ProjectionTypeMismatch,
          subject,
          "the attribute has another type; got %s, expected %s as `%s`. Change the type of the component."
              .formatted(got, expected, path));
    }
  }

  private static String typeText(JavaType type, boolean nullable) {
    return nullable ? "@Nullable " + type : type.toString();
  }
}
