package dev.ambix.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.util.ElementFilter;

/// The classes of one annotation, over the rounds of a compilation. A class that is not complete
/// yet comes again in the next round.
public final class Rounds {
  private final ProcessingEnvironment environment;
  private final SourceReader reader;
  private final String annotation;
  private Set<TypeName> deferred = new TreeSet<>();

  /// @param annotation the qualified name of the annotation
  public Rounds(ProcessingEnvironment environment, SourceReader reader, String annotation) {
    this.environment = environment;
    this.reader = reader;
    this.annotation = annotation;
  }

  /// The classes to work on in this round, by name.
  public List<Declaration> next(RoundEnvironment round) {
    var elements = environment.getElementUtils();
    var names = new TreeSet<>(deferred);
    var type = elements.getTypeElement(annotation);
    if (type != null) {
      ElementFilter.typesIn(round.getElementsAnnotatedWith(type)).stream()
          .map(reader::name)
          .forEach(names::add);
    }
    deferred = new TreeSet<>();
    var complete = new ArrayList<Declaration>();
    for (var name : names) {
      var element = elements.getTypeElement(name.qualified());
      if (element != null && Resolution.isComplete(element)) {
        complete.add(reader.read(element));
      } else {
        deferred.add(name);
      }
    }
    return complete;
  }
}
