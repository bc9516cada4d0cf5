package dev.ambix.processor.check;

import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Declaration.Shape;
import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks a projection.
public final class ProjectionCheck {
  private final Catalog catalog;
  private final Problems problems;
  private final List<TypeName> around;

  public ProjectionCheck(Catalog catalog, Problems problems) {
    this(catalog, problems, List.of());
  }

  /// @param around the projections that contain those that are checked
  ProjectionCheck(Catalog catalog, Problems problems, List<TypeName> around) {
    this.catalog = catalog;
    this.problems = problems;
    this.around = List.copyOf(around);
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
    var attributes = new AttributeCheck(catalog, problems, false).check(projection);
    var named = new NamedTypes(catalog).of(projection.name(), attributes);
    var source = EntityPlan.of(projection, "", attributes);
    new NameCheck(problems).checkColumns(source);
    var parts =
        attributes.stream()
            .filter(AttributePlan.Stored.class::isInstance)
            .<ProjectionPlan.Part>map(
                each -> new ProjectionPlan.Value(List.of(), (AttributePlan.Stored) each))
            .toList();
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
        .flatMap(source -> ofEntity(projection, source));
  }

  private Optional<ProjectionPlan> ofEntity(Declaration projection, EntityPlan source) {
    var inside = new ArrayList<>(around);
    inside.add(projection.name());
    var components = new ComponentCheck(catalog, problems, inside);
    var parts = new ArrayList<ProjectionPlan.Part>();
    for (var component : projection.fields()) {
      components.check(projection, source, component).ifPresent(parts::add);
    }
    if (parts.size() < projection.fields().size()) {
      return Optional.empty(); // something is wrong with a component, or with what it contains
    }
    var plan = new ProjectionPlan(projection, Optional.of(source.name()), source, parts, List.of());
    return Optional.of(
        new ProjectionPlan(
            projection, plan.entity(), source, parts, new NamedTypes(catalog).of(plan)));
  }
}
