package dev.ambix.processor.check;

import dev.ambix.processor.read.Declaration;
import java.util.Optional;

/// The tables of entities.
final class Tables {
  private Tables() {}

  /// The name of the table of the columns of this attribute.
  static String holding(Declaration entity, String attribute) {
    var root = entity.root().map(Declaration::name);
    return entity.fields().stream()
            .anyMatch(
                field -> field.name().equals(attribute) && !Optional.of(field.owner()).equals(root))
        ? own(entity)
        : of(entity);
  }

  /// The name of the table of an entity; of a subtype, that of its root.
  static String of(Declaration entity) {
    return entity.root().map(Tables::of).orElseGet(() -> own(entity));
  }

  /// The name of the table of what an entity adds to its hierarchy.
  static String own(Declaration entity) {
    if (entity.root().isPresent() && !entity.isJoined()) {
      return of(entity);
    }
    return entity
        .annotation("Table")
        .map(annotation -> annotation.text("value"))
        .orElseGet(() -> SnakeCase.of(entity.name().simpleName()));
  }
}
