package dev.ambix.processor.check;

import dev.ambix.processor.read.Declaration;

/// The tables of entities.
final class Tables {
  private Tables() {}

  /// The name of the table of an entity.
  static String of(Declaration entity) {
    return entity
        .annotation("Table")
        .map(annotation -> annotation.text("value"))
        .orElseGet(() -> SnakeCase.of(entity.name().simpleName()));
  }
}
