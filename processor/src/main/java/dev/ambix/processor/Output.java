package dev.ambix.processor;

import dev.ambix.processor.check.Code;
import dev.ambix.processor.check.Problems;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.TypeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/// The files that the processor writes.
final class Output {
  private static final String SERVICE = "META-INF/services/dev.ambix.mapping.Mapping";

  private final ProcessingEnvironment environment;
  private final Problems problems;
  private final Set<TypeName> mapped = new TreeSet<>();

  Output(ProcessingEnvironment environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /// Writes the class that is generated for this one.
  void write(Declaration declaration, String source) {
    var name = declaration.name().generated();
    try {
      var file =
          environment.getFiler().createSourceFile(name.qualified(), element(declaration.name()));
      try (var writer = file.openWriter()) {
        writer.write(source);
      }
      mapped.add(declaration.name());
    } catch (FilerException _) {
      problems.error(
          declaration.origin(),
          Code.GeneratedNameTaken,
          declaration.name().simpleName(),
          "the class that is generated for it has the name of another; got %s twice, expected it once. Rename one of the classes."
              .formatted(name.qualified()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The qualified names of all classes that have been written.
  NavigableSet<String> generated() {
    return mapped.stream()
        .map(name -> name.generated().qualified())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Writes the list of all generated classes, by which they are found at run time. A compiler that
  /// was given only some of the classes keeps the others that an earlier one has listed.
  void finish(Predicate<String> isMapping) {
    if (mapped.isEmpty()) {
      return;
    }
    var names = generated();
    listed().filter(isMapping).forEach(names::add);
    var origins = mapped.stream().map(this::element).toArray(TypeElement[]::new);
    try {
      var file =
          environment
              .getFiler()
              .createResource(StandardLocation.CLASS_OUTPUT, "", SERVICE, origins);
      try (var writer = file.openWriter()) {
        writer.write(String.join("\n", names) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<String> listed() {
    try {
      return environment
          .getFiler()
          .getResource(StandardLocation.CLASS_OUTPUT, "", SERVICE)
          .getCharContent(true)
          .toString()
          .lines()
          .filter(line -> !line.isBlank());
    } catch (IOException _) {
      return Stream.empty(); // there is no such file yet
    }
  }

  private TypeElement element(TypeName name) {
    return environment.getElementUtils().getTypeElement(name.qualified());
  }
}
