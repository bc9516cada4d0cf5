package dev.ambix.processor.check;

import dev.ambix.processor.read.ModuleReader.Provided;
import java.util.NavigableSet;

/// Checks that a named module provides its mappings, which is how they are found at run time.
public final class ModuleCheck {
  private final Problems problems;

  public ModuleCheck(Problems problems) {
    this.problems = problems;
  }

  /// Checks the module.
  ///
  /// @param generated the qualified names of all generated classes
  public void check(Provided module, NavigableSet<String> generated) {
    if (!module.mappings().containsAll(generated)) {
      problems.error(
          module.origin(),
          Code.MappingNotProvided,
          "module " + module.name(),
          "Database.open would not find its mappings; got %s, expected all of them. Write: provides dev.ambix.mapping.Mapping with %s;"
              .formatted(
                  module.mappings().isEmpty()
                      ? "no provides dev.ambix.mapping.Mapping"
                      : "one that lacks some",
                  String.join(", ", generated)));
    }
  }
}
