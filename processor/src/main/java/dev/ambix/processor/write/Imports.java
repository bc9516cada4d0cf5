package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.TypeName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The simple names of a generated class. Ours come first: a class of the user's that has the name
/// of one of ours is written with its package.
final class Imports {
  /// The classes that generated code names by itself, by package.
  private static final Map<String, List<String>> OURS =
      Map.ofEntries(
          Map.entry(
              "dev.ambix.mapping",
              List.of(
                  "Association",
                  "Column",
                  "EntityMapping",
                  "HierarchyMapping",
                  "Many",
                  "Path",
                  "ProjectionMapping",
                  "Ref")),
          Map.entry(
              "dev.ambix.query",
              List.of(
                  "Expression", "Node", "NumberExpression", "OrderedExpression", "TextExpression")),
          Map.entry("dev.ambix.schema", List.of("OnDelete")),
          Map.entry("dev.ambix.type", List.of("JsonType", "Row", "Type")),
          Map.entry(
              "java.lang",
              List.of(
                  "Class",
                  "Double",
                  "Error",
                  "ExceptionInInitializerError",
                  "Float",
                  "IndexOutOfBoundsException",
                  "Integer",
                  "Long",
                  "Object",
                  "Override",
                  "ReflectiveOperationException",
                  "RuntimeException",
                  "String",
                  "SuppressWarnings",
                  "Throwable")),
          Map.entry(
              "java.lang.invoke",
              List.of("MethodHandle", "MethodHandles", "MethodType", "VarHandle")),
          Map.entry("java.util", List.of("Arrays", "BitSet", "List", "Objects")),
          Map.entry("javax.annotation.processing", List.of("Generated")),
          Map.entry("org.jspecify.annotations", List.of("Nullable")));

  private final TypeName self;
  private final Map<String, String> packages = new HashMap<>();
  private final Set<String> reserved = new HashSet<>();
  private final Set<String> used = new TreeSet<>();

  /// @param self the generated class
  /// @param types the user's classes that it names
  /// @param nested the simple names of the classes nested in it
  Imports(TypeName self, Collection<TypeName> types, Collection<String> nested) {
    this.self = self;
    OURS.forEach((name, classes) -> classes.forEach(each -> packages.put(each, name)));
    packages.put(self.simpleNames(), self.packageName());
    nested.forEach(each -> packages.put(each, "nested in " + self));
    for (var type : types) {
      packages.putIfAbsent(type.outermost(), type.packageName());
      if (!isSimple(type)) {
        reserved.add(type.qualified().substring(0, type.qualified().indexOf('.')));
      }
    }
    reserved.addAll(packages.keySet());
  }

  /// The names that no column may have, since it would hide a class or a package of that name.
  boolean isReserved(String name) {
    return reserved.contains(name);
  }

  /// How one of our own classes is written.
  String of(String simpleName) {
    use(simpleName);
    return simpleName;
  }

  /// How a class of the user's is written.
  String of(TypeName type) {
    packages.putIfAbsent(type.outermost(), type.packageName());
    if (!isSimple(type)) {
      return type.qualified();
    }
    use(type.outermost());
    return type.simpleNames();
  }

  /// How a type is written.
  String of(JavaType type) {
    return switch (type) {
      case JavaType.Primitive primitive -> primitive.name();
      case JavaType.Array array -> of(array.element()) + "[]";
      case JavaType.Declared declared when declared.arguments().isEmpty() -> of(declared.name());
      case JavaType.Declared declared ->
          declared.arguments().stream()
              .map(this::of)
              .collect(joining(", ", of(declared.name()) + "<", ">"));
      case JavaType.Wildcard wildcard ->
          wildcard.bound().map(bound -> "? " + wildcard.keyword() + " " + of(bound)).orElse("?");
      case JavaType.Other other -> other.text();
    };
  }

  /// The class literal of a type.
  String literal(JavaType type) {
    return (type instanceof JavaType.Declared declared ? of(declared.name()) : of(type)) + ".class";
  }

  /// The import lines of what has been used.
  String lines() {
    return used.stream().map("import %s;\n"::formatted).collect(joining());
  }

  private boolean isSimple(TypeName type) {
    return type.packageName().equals(packages.get(type.outermost()));
  }

  private void use(String simpleName) {
    var packageName = packages.getOrDefault(simpleName, "");
    if (!packageName.isEmpty()
        && !packageName.equals("java.lang")
        && !packageName.equals(self.packageName())) {
      used.add(packageName + "." + simpleName);
    }
  }
}
