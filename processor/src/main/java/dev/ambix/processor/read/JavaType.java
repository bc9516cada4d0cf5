package dev.ambix.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A Java type, without its annotations.
public sealed interface JavaType {
  /// A primitive type.
  record Primitive(String name) implements JavaType {
    @Override
    public String toString() {
      return name;
    }
  }

  /// A class with its type arguments; without any where the class is not generic, or raw.
  record Declared(TypeName name, List<JavaType> arguments) implements JavaType {
    public Declared {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
      return arguments.isEmpty()
          ? name.qualified()
          : arguments.stream()
              .map(JavaType::toString)
              .collect(Collectors.joining(", ", name.qualified() + "<", ">"));
    }
  }

  /// An array.
  record Array(JavaType element) implements JavaType {
    @Override
    public String toString() {
      return element + "[]";
    }
  }

  /// A type argument that is not one type.
  ///
  /// @param keyword `extends`, `super`, or empty where there is no bound
  record Wildcard(String keyword, Optional<JavaType> bound) implements JavaType {
    @Override
    public String toString() {
      return bound.map(type -> "? " + keyword + " " + type).orElse("?");
    }
  }

  /// A type that a column never has, such as a type variable.
  record Other(String text) implements JavaType {
    @Override
    public String toString() {
      return text;
    }
  }

  /// The class of this qualified name in a package without nesting, such as `java.util.UUID`.
  static JavaType named(String qualified) {
    int dot = qualified.lastIndexOf('.');
    var name =
        new TypeName(dot < 0 ? "" : qualified.substring(0, dot), qualified.substring(dot + 1));
    return new Declared(name, List.of());
  }

  /// This type, or the class that stands for it where it is primitive.
  default JavaType boxed() {
    return this instanceof Primitive primitive ? Boxes.of(primitive) : this;
  }

  /// Whether values of this type are never null.
  default boolean isPrimitive() {
    return this instanceof Primitive;
  }

  /// The name of the class, where it is one.
  default Optional<TypeName> className() {
    return this instanceof Declared declared ? Optional.of(declared.name()) : Optional.empty();
  }

  /// Whether a cast to this type is unchecked.
  default boolean isGeneric() {
    return this instanceof Declared declared && !declared.arguments().isEmpty();
  }
}

/// The classes that stand for primitive types.
final class Boxes {
  private static final Map<String, String> NAMES =
      Map.of(
          "boolean", "Boolean",
          "byte", "Byte",
          "short", "Short",
          "int", "Integer",
          "long", "Long",
          "char", "Character",
          "float", "Float",
          "double", "Double");

  private Boxes() {}

  static JavaType of(JavaType.Primitive primitive) {
    var simpleName = NAMES.get(primitive.name());
    return simpleName == null ? primitive : JavaType.named("java.lang." + simpleName);
  }
}
