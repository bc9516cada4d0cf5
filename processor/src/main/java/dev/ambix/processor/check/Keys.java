package dev.ambix.processor.check;

import dev.ambix.processor.read.Catalog;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads single attributes of entities that others refer to. What is wrong with them is said where
/// they are checked themselves.
final class Keys {
  private final Catalog catalog;
  private final Set<TypeName> open = new HashSet<>();

  Keys(Catalog catalog) {
    this.catalog = catalog;
  }

  /// The columns of the primary key, in order; none when it cannot be read, or leads back to
  /// itself.
  List<AttributePlan.Column> of(Declaration entity) {
    if (!open.add(entity.name())) {
      return List.of();
    }
    try {
      var parts =
          entity.fields().stream()
              .filter(field -> field.has("Id"))
              .map(field -> attribute(entity, field.name()))
              .toList();
      return parts.stream().allMatch(Optional::isPresent)
          ? parts.stream().flatMap(part -> part.orElseThrow().columns()).toList()
          : List.of();
    } finally {
      open.remove(entity.name());
    }
  }

  /// The attribute of this name, where there is one that makes sense.
  Optional<AttributePlan> attribute(Declaration entity, String name) {
    return new AttributeCheck(catalog, Problems.counted(), true, this).check(entity, name);
  }
}
