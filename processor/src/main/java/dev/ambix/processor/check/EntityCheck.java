package dev.ambix.processor.check;

import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Declaration.Constructor;
import dev.ambix.processor.read.Declaration.Shape;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Checks entities, one after the other. It remembers their tables.
public final class EntityCheck {
  private final Catalog catalog;
  private final Problems problems;
  private final NameCheck names;
  private final Map<String, String> tables = new HashMap<>();

  public EntityCheck(Catalog catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
    this.names = new NameCheck(problems);
  }

  /// The plan of an entity; empty when something is wrong with it.
  public Optional<EntityPlan> check(Declaration entity) {
    int before = problems.count();
    var hierarchies = new HierarchyCheck(catalog, problems);
    hierarchies.checkPlace(entity);
    checkShape(entity);
    var hierarchy = hierarchies.root(entity);
    entity.root().ifPresent(_ -> hierarchies.checkAddition(entity));
    if (problems.count() > before || entity.isBetween() || isOfBrokenRoot(entity)) {
      return Optional.empty();
    }
    if (hierarchy.isEmpty()) {
      checkConstructor(entity);
    }
    var table = table(entity);
    var attributes = new AttributeCheck(catalog, problems, true).check(entity);
    var plan = EntityPlan.of(entity, table, attributes);
    names.checkColumns(plan);
    plan.associations().forEach(association -> checkLinks(entity, association));
    if (problems.count() == before) {
      checkKey(plan);
      checkVersion(plan);
      hierarchy.ifPresent(each -> hierarchies.checkColumns(plan, each));
    }
    var constraints = new ConstraintCheck(catalog, problems).check(plan);
    var renames = new RenameCheck(problems).check(plan);
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(
            new EntityPlan(
                entity,
                table,
                attributes,
                constraints,
                new NamedTypes(catalog).of(plan, constraints),
                hierarchy,
                renames));
  }

  /// What is wrong with a root is said where it is checked itself.
  private boolean isOfBrokenRoot(Declaration entity) {
    var silent = Problems.counted();
    entity.root().ifPresent(root -> new EntityCheck(catalog, silent).check(root));
    return silent.count() > 0;
  }

  private void checkShape(Declaration entity) {
    var name = entity.name().simpleName();
    var got = shape(entity);
    if (!got.isEmpty()) {
      problems.error(
          entity.origin(),
          Code.EntityShape,
          name,
          "objects of it cannot be made or told apart; got %s, expected a final class of the package, static where it is nested, without type parameters. Change the class, or remove @Entity."
              .formatted(got));
    }
    entity
        .superclass()
        .filter(_ -> entity.root().isEmpty())
        .ifPresent(superclass ->
            problems.error(
                entity.origin(),
                Code.EntityExtends,
                name,
                "the attributes of a superclass are not mapped; got a class that extends %s, expected one that extends nothing or is of a hierarchy. Move the fields here or into an @Embedded record, or make %1$s an abstract sealed class with @Inheritance."
                    .formatted(superclass)));
  }

  private static String shape(Declaration entity) {
    if (entity.shape() != Shape.CLASS) {
      return entity.shape().toString();
    }
    boolean inHierarchy = entity.has("Inheritance") || entity.isBetween();
    if (entity.isAbstract() && !inHierarchy) {
      return entity.isSealed()
          ? "an abstract sealed class without @Inheritance"
          : "an abstract class";
    }
    if (entity.isInner()) {
      return "an inner class";
    }
    if (entity.isGeneric()) {
      return "a generic class";
    }
    if (entity.access() == Declaration.Access.PRIVATE) {
      return "a private class";
    }
    if (entity.has("Projection")) {
      return "a class that is a @Projection too";
    }
    return entity.isFinal() || inHierarchy ? "" : "a class that is not final";
  }

  private void checkConstructor(Declaration entity) {
    if (entity.constructor() == Constructor.MISSING || entity.constructor() == Constructor.THROWS) {
      var name = entity.name().simpleName();
      problems.error(
          entity.origin(),
          Code.ConstructorMissing,
          name,
          "an object is made before its row is read; got %s, expected a constructor without parameters that throws no checked exception. Add `private %s() {}`."
              .formatted(
                  entity.constructor() == Constructor.MISSING
                      ? "no such constructor"
                      : "one that declares a checked exception",
                  name));
    }
  }

  private String table(Declaration entity) {
    var name = Tables.own(entity);
    if (entity.root().isPresent() && !entity.isJoined()) {
      return name;
    }
    names.check(entity.origin(), entity.name().simpleName(), "table", name);
    var first = tables.putIfAbsent(name.toLowerCase(Locale.ROOT), entity.name().simpleName());
    if (first != null) {
      problems.error(
          entity.origin(),
          Code.DuplicateTable,
          entity.name().simpleName(),
          "two entities stand in one table; got %s, which %s has, expected another name. Give one of them @Table(\"…\")."
              .formatted(name, first));
    }
    return name;
  }

  private void checkLinks(Declaration entity, AssociationPlan association) {
    if (!(association.link() instanceof AssociationPlan.Linked linked)
        || !linked.mappedBy().isEmpty()) {
      return;
    }
    var name = association.hops().getFirst().table();
    var subject = entity.name().simpleName() + "." + association.name();
    var first = tables.putIfAbsent(name.toLowerCase(Locale.ROOT), subject);
    if (first != null) {
      problems.error(
          association.origin(),
          Code.DuplicateTable,
          subject,
          "links stand in a table of their own; got %s, which %s has, expected another name. Give another `table`, or mappedBy on one of two sides."
              .formatted(name, first));
    }
  }

  private void checkKey(EntityPlan plan) {
    var keys = plan.columns().stream().filter(AttributePlan.Column::key).toList();
    if (keys.isEmpty()) {
      problems.error(
          plan.declaration().origin(),
          Code.EntityWithoutId,
          plan.name().simpleName(),
          "a row is known by its key; got no @Id, expected at least one. Add `@Id @Generated"
              + " private long id;`.");
    }
    for (var key : keys) {
      if (keys.size() > 1 && key.source() != AttributePlan.Source.PROGRAM) {
        problems.error(
            key.origin(),
            Code.UnsupportedGeneration,
            plan.name().simpleName() + "." + key.path(),
            "a part of a key is not generated; got %d attributes with @Id, expected one. Remove @Generated, or the other @Id."
                .formatted(keys.size()));
      }
    }
  }

  private void checkVersion(EntityPlan plan) {
    var versions =
        plan.columns().stream()
            .filter(column -> column.source() == AttributePlan.Source.VERSION)
            .toList();
    if (versions.size() > 1) {
      problems.error(
          versions.getLast().origin(),
          Code.DuplicateVersion,
          plan.name().simpleName() + "." + versions.getLast().path(),
          "a row has one version; got @Version here and on `%s`, expected one of them. Remove one."
              .formatted(versions.getFirst().path()));
    }
  }
}
