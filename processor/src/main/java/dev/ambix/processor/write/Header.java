package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Surroundings;
import dev.ambix.processor.read.TypeName;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// Writes what stands around the body of a generated class.
///
/// @param surroundings what the class may rely on
/// @param imports the names of other classes; the body is written before the header
record Header(Surroundings surroundings, Imports imports) {
  /// The lint warnings that the class would give through no fault of its own.
  static Set<String> suppressions(Collection<Declaration> named, boolean unchecked) {
    var suppressions = new TreeSet<String>();
    for (var declaration : named) {
      switch (declaration.deprecation()) {
        case DEPRECATED -> suppressions.add("deprecation");
        case FOR_REMOVAL -> suppressions.add("removal");
        case NONE -> {}
      }
    }
    if (unchecked) {
      suppressions.add("unchecked");
    }
    return suppressions;
  }

  /// The whole source text.
  ///
  /// @param superclass what the class extends
  String write(
      TypeName name, String comment, Set<String> suppressions, String superclass, String body) {
    var all = new TreeSet<>(suppressions);
    if (surroundings.namedModule()) {
      all.add("exports"); // what the module exports is the user's to decide
    }
    var annotations =
        (surroundings.generated()
                ? "@%s(\"dev.ambix.processor.AmbixProcessor\")\n".formatted(imports.of("Generated"))
                : "")
            + suppress(all);
    var imported = imports.lines();
    return (name.packageName().isEmpty() ? "" : "package %s;\n\n".formatted(name.packageName()))
        + imported
        + (imported.isEmpty() ? "" : "\n")
        + comment
        + "\n"
        + annotations
        + "public final class %s extends %s {\n%s}\n"
            .formatted(name.simpleNames(), superclass, Layout.apply(body));
  }

  private static String suppress(Set<String> suppressions) {
    if (suppressions.isEmpty()) {
      return "";
    }
    var names = suppressions.stream().map(Literal::of).toList();
    return names.size() == 1
        ? "@SuppressWarnings(%s)\n".formatted(names.getFirst())
        : names.stream().collect(joining(", ", "@SuppressWarnings({", "})\n"));
  }
}
