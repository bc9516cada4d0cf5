package dev.ambix.processor.check;

import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Checks sealed hierarchies of entities.
final class HierarchyCheck {
  private static final String KIND = "Inheritance.Kind";

  /// What the whole hierarchy shares.
  private static final List<String> OF_ROOT =
      List.of("Id", "Generated", "Version", "CreatedAt", "UpdatedAt");

  private final Catalog catalog;
  private final Problems problems;

  HierarchyCheck(Catalog catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
  }

  /// What there is to know of a root beside its attributes; empty when it is none.
  Optional<HierarchyPlan> root(Declaration root) {
    return root.annotation("Inheritance")
        .map(annotation -> {
          new NameCheck(problems)
              .check(
                  annotation.origin(),
                  root.name().simpleName(),
                  "column",
                  annotation.text("column"));
          var subtypes = subtypes(root);
          checkKinds(subtypes);
          return new HierarchyPlan(
              annotation.text("column"),
              subtypes.stream()
                  .map(each -> new HierarchyPlan.Kind(kind(each), each.name()))
                  .toList());
        });
  }

  /// The final classes below this one, in order.
  private List<Declaration> subtypes(Declaration type) {
    var found = new ArrayList<Declaration>();
    for (var name : type.permitted()) {
      catalog
          .find(name)
          .ifPresent(each -> {
            if (each.isBetween()) {
              found.addAll(subtypes(each));
            } else {
              found.add(each);
            }
            checkMember(type, each);
          });
    }
    return found;
  }

  private void checkMember(Declaration type, Declaration member) {
    if (!member.has("Entity")) {
      problems.error(
          member.origin(),
          Code.HierarchySubtype,
          member.name().simpleName(),
          "a row is of one final entity; got a class without @Entity in the hierarchy of %s, expected a final class with it, or an abstract sealed one. Add @Entity."
              .formatted(type.name().simpleName()));
    }
  }

  private static String kind(Declaration subtype) {
    return subtype
        .annotation(KIND)
        .map(annotation -> annotation.text("value"))
        .orElseGet(() -> subtype.name().simpleName());
  }

  private void checkKinds(List<Declaration> subtypes) {
    Map<String, Declaration> seen = new HashMap<>();
    for (var subtype : subtypes) {
      var first = seen.putIfAbsent(kind(subtype), subtype);
      if (first != null) {
        problems.error(
            subtype.origin(),
            Code.DuplicateKind,
            subtype.name().simpleName(),
            "a row could not be told from one of %s; got %s for both, expected another name. Give one of them @Inheritance.Kind(\"…\")."
                .formatted(first.name().simpleName(), kind(subtype)));
      }
    }
  }

  /// Checks that subtypes in one table have columns of different names.
  void checkColumns(EntityPlan root, HierarchyPlan hierarchy) {
    if (root.declaration().isJoined()) {
      return;
    }
    Map<String, String> seen = new HashMap<>();
    for (var column : root.columns()) {
      seen.put(column.column().toLowerCase(Locale.ROOT), column.path());
    }
    var first = seen.put(hierarchy.column().toLowerCase(Locale.ROOT), "the kind of the row");
    if (first != null) {
      duplicate(root.declaration(), root.name().simpleName(), hierarchy.column(), first);
    }
    for (var kind : hierarchy.kinds()) {
      catalog.find(kind.type()).ifPresent(subtype -> checkColumns(subtype, seen));
    }
  }

  private void checkColumns(Declaration subtype, Map<String, String> seen) {
    var attributes =
        new AttributeCheck(catalog, Problems.counted(), true, new Keys(catalog)).check(subtype);
    var plan = EntityPlan.of(subtype, "", attributes);
    for (var column : plan.columns()) {
      var owner = plan.owner(column);
      if (!owner.equals(subtype.root().orElseThrow().name())) {
        var path = owner.simpleName() + "." + column.path();
        var first = seen.putIfAbsent(column.column().toLowerCase(Locale.ROOT), path);
        if (first != null && !first.equals(path)) {
          duplicate(subtype, path, column.column(), first);
        }
      }
    }
  }

  private void duplicate(Declaration type, String subject, String column, String first) {
    problems.error(
        type.origin(),
        Code.DuplicateColumn,
        subject,
        "two attributes stand in one column; got %s, which `%s` has, expected another name. Rename the attribute, or give it @ColumnName(\"…\")."
            .formatted(column, first));
  }

  /// Checks what a class below a root adds to it.
  void checkAddition(Declaration type) {
    var root = type.root().orElseThrow();
    if (type.has("Table") && (!root.isJoined() || type.isBetween())) {
      problems.error(
          type.annotation("Table").orElseThrow().origin(),
          Code.SubtypeTable,
          type.name().simpleName(),
          "its rows stand in another table; got @Table, expected none, as %s."
              .formatted(
                  type.isBetween()
                      ? "a class between has no rows of its own. Remove it"
                      : "all of %s stand in one. Remove it, or make the hierarchy JOINED"
                          .formatted(root.name().simpleName())));
    }
    if (type.has("Inheritance")) {
      misplaced(type, "Inheritance", "a class below %s".formatted(root.name().simpleName()));
    }
    for (var field : type.fields()) {
      if (field.owner().equals(type.name())) {
        checkField(type, field);
      }
    }
    if (type.isJoined()) {
      type.annotations().stream()
          .filter(each -> List.of("Unique", "Index").contains(each.name()))
          .forEach(each -> checkConstraint(type, each));
    }
  }

  private void checkConstraint(Declaration type, Annotation constraint) {
    var root = type.root().orElseThrow();
    for (var field : root.fields()) {
      if (constraint.texts("value").contains(field.name())) {
        problems.error(
            constraint.origin(),
            Code.SubtypeAttribute,
            type.name().simpleName(),
            "a key or an index stands in one table; got `%s`, which stands in that of %s, expected attributes of %s alone. Leave it out, or make the hierarchy SINGLE_TABLE."
                .formatted(field.name(), root.name().simpleName(), type.name().simpleName()));
      }
    }
  }

  private void checkField(Declaration type, Field field) {
    for (var name : OF_ROOT) {
      if (field.has(name)) {
        problems.error(
            field.origin(),
            Code.SubtypeAttribute,
            type.name().simpleName() + "." + field.name(),
            "it is of the whole hierarchy; got @%s in a subtype, expected it in %s. Move the field there."
                .formatted(name, type.root().orElseThrow().name().simpleName()));
        return;
      }
    }
  }

  /// Checks that the annotations of a hierarchy stand in one.
  void checkPlace(Declaration type) {
    if (type.has(KIND) && (type.root().isEmpty() || type.isBetween())) {
      misplaced(type, KIND, type.root().isEmpty() ? "a class of no hierarchy" : "a sealed class");
    }
    if (type.has("Inheritance") && !(type.isAbstract() && type.isSealed())) {
      problems.error(
          type.origin(),
          Code.HierarchyNotSealed,
          type.name().simpleName(),
          "the subtypes of a hierarchy are known when it is compiled; got %s with @Inheritance, expected an abstract sealed class. Make it one, or remove @Inheritance."
              .formatted(
                  type.isAbstract() ? "a class that is not sealed" : "a class with objects"));
    }
  }

  private void misplaced(Declaration type, String annotation, String got) {
    problems.error(
        type.annotation(annotation).orElseThrow().origin(),
        Code.MisplacedAnnotation,
        type.name().simpleName(),
        "@%s has no meaning here; got %s, expected %s. Remove the annotation, or change what it stands on."
            .formatted(
                annotation,
                got,
                annotation.equals(KIND) ? "a final class of a hierarchy" : "its root"));
  }
}
