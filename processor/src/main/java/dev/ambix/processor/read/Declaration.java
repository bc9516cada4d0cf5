package dev.ambix.processor.read;

import java.util.List;
import java.util.Optional;

/// A class as its author declared it.
///
/// @param origin where it stands
/// @param name its name
/// @param shape what kind of class it is
/// @param access who may name it
/// @param isAbstract whether it has no objects of its own
/// @param isFinal whether it has no subclasses
/// @param isInner whether its objects belong to an object of the class around it
/// @param isGeneric whether it has type parameters
/// @param deprecation whether naming it gives a warning
/// @param isSealed whether its subclasses are known
/// @param permitted its subclasses, where they are
/// @param superclass what it extends, unless that is `Object`
/// @param root the root of the hierarchy of entities that it extends, if it does
/// @param constructor its constructor without parameters
/// @param fields its fields in order, after those that it has from a hierarchy; of a record, its
///   components
/// @param constants the names of an enum's constants, in order
/// @param conversion where it is a converter, what it converts
/// @param annotations those of Ambix
public record Declaration(
    Origin origin,
    TypeName name,
    Shape shape,
    Access access,
    boolean isAbstract,
    boolean isFinal,
    boolean isInner,
    boolean isGeneric,
    Deprecation deprecation,
    boolean isSealed,
    List<TypeName> permitted,
    Optional<JavaType> superclass,
    Optional<Declaration> root,
    Constructor constructor,
    List<Field> fields,
    List<String> constants,
    Optional<Conversion> conversion,
    List<Annotation> annotations) {
  public Declaration {
    permitted = List.copyOf(permitted);
    fields = List.copyOf(fields);
    constants = List.copyOf(constants);
    annotations = List.copyOf(annotations);
  }

  /// What kind of class it is.
  public enum Shape {
    CLASS("a class"),
    RECORD("a record"),
    ENUM("an enum"),
    INTERFACE("an interface"),
    ANNOTATION("an annotation");

    private final String text;

    Shape(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// Who may name a class: the narrowest of its own access and that of the classes around it.
  public enum Access {
    PUBLIC,
    PACKAGE,
    PRIVATE
  }

  /// Whether naming a class gives a warning.
  public enum Deprecation {
    NONE,
    DEPRECATED,
    FOR_REMOVAL
  }

  /// The constructor without parameters.
  public enum Constructor {
    /// There is none.
    MISSING,
    /// It declares checked exceptions.
    THROWS,
    /// Only the class itself may call it.
    PRIVATE,
    /// Its package may call it.
    VISIBLE,
    /// Everyone may call it.
    PUBLIC
  }

  /// What a converter turns into what.
  public record Conversion(JavaType attribute, JavaType column) {}

  /// The annotation of this simple name.
  public Optional<Annotation> annotation(String name) {
    return annotations.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// Whether it has the annotation of this simple name.
  public boolean has(String name) {
    return annotation(name).isPresent();
  }

  /// Whether it is a class of a hierarchy between the root and the final classes.
  public boolean isBetween() {
    return root.isPresent() && isAbstract && isSealed;
  }

  /// Whether it is of a hierarchy whose subtypes have tables of their own.
  public boolean isJoined() {
    return root.orElse(this)
        .annotation("Inheritance")
        .map(annotation -> annotation.text("value").equals("JOINED"))
        .orElse(false);
  }

  /// Whether a class of this package may name it.
  public boolean visibleFrom(String packageName) {
    return switch (access) {
      case PUBLIC -> true;
      case PACKAGE -> name.packageName().equals(packageName);
      case PRIVATE -> false;
    };
  }
}
