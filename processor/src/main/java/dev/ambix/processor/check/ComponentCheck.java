package dev.ambix.processor.check;

import dev.ambix.processor.check.AttributePlan.Column;
import dev.ambix.processor.check.AttributePlan.Stored;
import dev.ambix.processor.check.ProjectionPlan.Part;
import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Field;
import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what a component of a projection is read from.
final class ComponentCheck {
  private final Catalog catalog;
  private final Problems problems;
  private final List<TypeName> around;

  /// @param around the projections around the component, its own the last
  ComponentCheck(Catalog catalog, Problems problems, List<TypeName> around) {
    this.catalog = catalog;
    this.problems = problems;
    this.around = List.copyOf(around);
  }

  /// What there is to know of a component.
  ///
  /// @param path the to-one associations on the way there
  private record Found(String subject, Field field, List<AssociationPlan> path) {
    boolean optional() {
      return path.stream().anyMatch(Found::isOptional);
    }

    private static boolean isOptional(AssociationPlan association) {
      return switch (association.link()) {
        case AssociationPlan.Reference reference -> reference.optional();
        case AssociationPlan.Inverse _ -> true;
        case AssociationPlan.Children _, AssociationPlan.Linked _ -> false;
      };
    }

    Found through(AssociationPlan association) {
      var further = new ArrayList<>(path);
      further.add(association);
      return new Found(subject, field, further);
    }
  }

  Optional<Part> check(Declaration projection, EntityPlan source, Field component) {
    var subject = projection.name().simpleName() + "." + component.name();
    for (var annotation : component.annotations()) {
      if (!annotation.name().equals("Projection.Of")) {
        misplaced(subject, annotation);
      }
    }
    var name =
        component
            .annotation("Projection.Of")
            .map(each -> each.text("value"))
            .orElse(component.name());
    return follow(new Found(subject, component, List.of()), source, name);
  }

  private void misplaced(String subject, Annotation annotation) {
    problems.error(
        annotation.origin(),
        Code.MisplacedAnnotation,
        subject,
        "the entity says how the attribute is mapped; got @%s on a component of its projection, expected none. Remove the annotation."
            .formatted(annotation.name()));
  }

  /// @param entity where the path has led so far
  /// @param rest what is left of the path
  private Optional<Part> follow(Found found, EntityPlan entity, String rest) {
    int dot = rest.indexOf('.');
    var attribute = entity.attribute(dot < 0 ? rest : rest.substring(0, dot));
    if (attribute.orElse(null) instanceof AssociationPlan association) {
      if (dot < 0) {
        return association.isOne()
            ? one(found.through(association), association)
            : several(found, association);
      }
      if (association.isOne()) {
        return plan(association)
            .flatMap(next -> follow(found.through(association), next, rest.substring(dot + 1)));
      }
    }
    if (entity.attribute(rest).orElse(null) instanceof Stored stored
        && (found.path().isEmpty() || stored instanceof Column)) {
      return value(found, stored, entity.name().simpleName() + "." + rest);
    }
    problems.error(
        found.field().origin(),
        Code.UnknownAttribute,
        found.subject(),
        "%s has no such attribute; got %s, expected one of %s. Correct the name."
            .formatted(entity.name().simpleName(), rest, entity.names()));
    return Optional.empty();
  }

  private Optional<EntityPlan> plan(AssociationPlan association) {
    return catalog
        .find(association.target())
        .flatMap(new EntityCheck(catalog, Problems.counted())::check);
  }

  private Optional<Part> value(Found found, Stored attribute, String path) {
    if (attribute.columns().anyMatch(Column::sensitive)) {
      problems.error(
          found.field().origin(),
          Code.SensitiveInProjection,
          found.subject(),
          "the attribute stays out of answers; got `%s`, which is @Sensitive, expected another. Remove the component."
              .formatted(path));
    }
    var optional = found.optional();
    var got = text(found.field().type(), found.field().nullable());
    var expected =
        text(
            optional ? attribute.type().boxed() : attribute.type(),
            optional || attribute.nullable());
    if (!got.equals(expected)) {
      mismatch(found, got, "%s as `%s`".formatted(expected, path));
    }
    return Optional.of(
        new ProjectionPlan.Value(
            found.path(),
            optional && attribute instanceof Column column ? optional(column) : attribute));
  }

  /// The attribute of a row that may not be there.
  private static Column optional(Column column) {
    return new Column(
        column.origin(),
        column.path(),
        column.type().boxed(),
        true,
        column.index(),
        column.column(),
        column.value(),
        column.key(),
        true,
        column.sensitive(),
        column.source(),
        column.defaultValue(),
        column.annotations());
  }

  private static String text(JavaType type, boolean nullable) {
    return nullable ? "@Nullable " + type : type.toString();
  }

  private Optional<Part> one(Found found, AssociationPlan association) {
    var optional = found.optional();
    var got = text(found.field().type(), found.field().nullable());
    var type = catalog.find(found.field().type());
    var entity = association.target().simpleName();
    if (!isProjection(type, association) || found.field().nullable() != optional) {
      mismatch(
          found,
          got,
          "%sa record with @Projection(of = %s.class)"
              .formatted(optional ? "@Nullable and " : "", entity));
      return Optional.empty();
    }
    return nested(found, type.orElseThrow())
        .map(plan -> new ProjectionPlan.One(found.path(), found.field().name(), plan, optional));
  }

  private Optional<Part> several(Found found, AssociationPlan association) {
    var type = found.field().type();
    var element =
        type instanceof JavaType.Declared declared
                && declared.name().qualified().equals("java.util.List")
                && declared.arguments().size() == 1
            ? catalog.find(declared.arguments().getFirst())
            : Optional.<Declaration>empty();
    if (!isProjection(element, association) || found.field().nullable()) {
      mismatch(
          found,
          text(type, found.field().nullable()),
          "a List of a record with @Projection(of = %s.class)"
              .formatted(association.target().simpleName()));
      return Optional.empty();
    }
    return nested(found, element.orElseThrow())
        .map(plan -> new ProjectionPlan.Several(found.path(), association, plan));
  }

  private static boolean isProjection(Optional<Declaration> type, AssociationPlan association) {
    return type.flatMap(each -> each.annotation("Projection"))
        .flatMap(each -> each.type("of"))
        .flatMap(JavaType::className)
        .equals(Optional.of(association.target()));
  }

  /// The projection inside; what is wrong with it is said where it stands.
  private Optional<ProjectionPlan> nested(Found found, Declaration type) {
    var self = around.getLast();
    if (leadsTo(self, type, new HashSet<>())) {
      problems.error(
          found.field().origin(),
          Code.RecursiveProjection,
          found.subject(),
          "a projection is read to its end; got %s, which leads back to %s, expected one that does not. Write a record for each level, or load entities with depth(…)."
              .formatted(type.name().simpleName(), self.simpleName()));
    }
    if (around.contains(type.name())) {
      return Optional.empty();
    }
    return new ProjectionCheck(catalog, Problems.counted(), around).check(type);
  }

  /// Whether a projection contains this one, itself or in those that it contains.
  private boolean leadsTo(TypeName self, Declaration type, Set<TypeName> seen) {
    return type.has("Projection")
        && seen.add(type.name())
        && (type.name().equals(self)
            || type.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field.type()), elements(field.type())))
                .flatMap(each -> catalog.find(each).stream())
                .anyMatch(each -> leadsTo(self, each, seen)));
  }

  private static Stream<JavaType> elements(JavaType type) {
    return type instanceof JavaType.Declared declared
        ? declared.arguments().stream()
        : Stream.empty();
  }

  private void mismatch(Found found, String got, String expected) {
    problems.error(
        found.field().origin(),
        Code.ProjectionTypeMismatch,
        found.subject(),
        "the attribute has another type; got %s, expected %s. Change the type of the component."
            .formatted(got, expected));
  }
}
