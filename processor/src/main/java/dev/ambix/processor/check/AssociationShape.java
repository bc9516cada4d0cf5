package dev.ambix.processor.check;

import dev.ambix.processor.read.Annotation;
import dev.ambix.processor.read.Field;
import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks that the field of an association and its annotations fit each other.
final class AssociationShape {
  private static final List<String> KINDS =
      List.of("ManyToOne", "OneToOne", "OneToMany", "ManyToMany");
  private static final Set<String> ON_REFERENCES = Set.of("Id", "Unique", "Index", "RenamedFrom");

  private final Problems problems;

  AssociationShape(Problems problems) {
    this.problems = problems;
  }

  /// Whether the field is meant to be an association.
  static boolean isAssociation(Field field) {
    return isHolder(field.type()) || KINDS.stream().anyMatch(field::has);
  }

  private static boolean isHolder(JavaType type) {
    return holder(type).equals("Ref") || holder(type).equals("Many");
  }

  /// The simple name of the class, where it is one of ours.
  private static String holder(JavaType type) {
    return type.className()
        .filter(name -> name.packageName().equals("dev.ambix.mapping"))
        .map(TypeName::simpleNames)
        .orElse("");
  }

  /// The entity that the type of the field names.
  static Optional<JavaType> target(Field field) {
    return field.type() instanceof JavaType.Declared declared && declared.arguments().size() == 1
        ? Optional.of(declared.arguments().getFirst())
        : Optional.empty();
  }

  /// The annotation that says what the association is; empty when something is wrong.
  Optional<Annotation> check(Scope scope, Field field) {
    if (scope.isEmbedded()) {
      error(
          scope,
          field,
          Code.AssociationType,
          "an embedded record holds values; got an association, expected a column. Move it to the entity.");
      return Optional.empty();
    }
    var kinds = field.annotations().stream().filter(each -> KINDS.contains(each.name())).toList();
    if (kinds.size() != 1) {
      error(
          scope,
          field,
          Code.AssociationType,
          "one annotation says what the association is; got %s, expected one of %s. Add or remove one."
              .formatted(
                  kinds.isEmpty() ? "none" : kinds.size() + " of them",
                  isHolder(field.type())
                      ? expected(field)
                      : "@ManyToOne, @OneToMany and the others"));
      return Optional.empty();
    }
    return fits(scope, field, kinds.getFirst()) ? Optional.of(kinds.getFirst()) : Optional.empty();
  }

  private static String expected(Field field) {
    return holder(field.type()).equals("Ref")
        ? "@ManyToOne and @OneToOne"
        : "@OneToMany and @ManyToMany";
  }

  private boolean fits(Scope scope, Field field, Annotation kind) {
    int before = problems.count();
    var holder = kind.name().endsWith("One") ? "Ref" : "Many";
    if (!holder(field.type()).equals(holder) || target(field).isEmpty()) {
      error(
          scope,
          field,
          Code.AssociationType,
          "a field with @%s is a %s of an entity; got %s, expected %s<…>. Change the type of the field, or its annotation."
              .formatted(kind.name(), holder, field.type(), holder));
      return false;
    }
    if (!field.isFinal()) {
      error(
          scope,
          field,
          Code.AssociationNotFinal,
          "it is changed through its methods; got a field that is not final, expected `final %s<…> %s = %s.of()`. Make it so."
              .formatted(holder, field.name(), holder));
    }
    if (field.nullable()) {
      error(
          scope,
          field,
          Code.NullableNotAllowed,
          "the field always holds a %s; got @Nullable, expected it without. %s"
              .formatted(
                  holder,
                  holder.equals("Ref")
                      ? "Remove @Nullable, and say @%s(optional = true)".formatted(kind.name())
                          + " where there may be none."
                      : "Remove @Nullable."));
    }
    checkAnnotations(scope, field, kind);
    return problems.count() == before;
  }

  private void checkAnnotations(Scope scope, Field field, Annotation kind) {
    var isReference = kind.name().endsWith("One") && kind.text("mappedBy").isEmpty();
    for (var annotation : field.annotations()) {
      var fits =
          annotation.equals(kind)
              || (isReference && ON_REFERENCES.contains(annotation.name()))
              || (annotation.name().equals("OrderBy") && kind.name().endsWith("Many"));
      if (!fits) {
        problems.error(
            annotation.origin(),
            Code.MisplacedAnnotation,
            scope.subject(field),
            "@%s has no meaning here; got an association with @%s, expected an attribute that it fits. Remove the annotation."
                .formatted(annotation.name(), kind.name()));
      }
    }
    if (field.has("Id") && kind.flag("optional")) {
      error(
          scope,
          field,
          Code.NullableNotAllowed,
          "a key is never NULL; got optional = true, expected a reference that is always there. Remove it, or @Id.");
    }
    if (kind.text("onDelete").equals("SET_NULL") && !kind.flag("optional")) {
      problems.error(
          kind.origin(),
          Code.SetNullNotNullable,
          scope.subject(field),
          "a deletion would put NULL where there is none; got onDelete = SET_NULL on a reference that is not optional, expected optional = true. Add it, or choose CASCADE or NO_ACTION.");
    }
  }

  private void error(Scope scope, Field field, Code code, String text) {
    problems.error(field.origin(), code, scope.subject(field), text);
  }
}
