package dev.ambix.processor.read;

import java.util.Optional;

/// Every class that the compilation knows.
@FunctionalInterface
public interface Catalog {
  /// The class of this name.
  Optional<Declaration> find(TypeName name);

  /// The class of this type, where it is one.
  default Optional<Declaration> find(JavaType type) {
    return type.className().flatMap(this::find);
  }
}
