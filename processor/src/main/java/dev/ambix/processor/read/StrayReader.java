package dev.ambix.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/// Finds annotations of a mapping where there is none.
public final class StrayReader {
  private final SourceReader reader;

  public StrayReader(SourceReader reader) {
    this.reader = reader;
  }

  /// Those of this round.
  ///
  /// @param annotations the annotations that occur in it
  public List<Stray> next(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    var strays = new ArrayList<Stray>();
    for (var annotation : annotations) {
      if (reader.name(annotation).packageName().equals(AnnotationReader.PACKAGE)) {
        for (var element : round.getElementsAnnotatedWith(annotation)) {
          if (isStray(element, annotation.getSimpleName().toString())) {
            strays.add(stray(element, reader.name(annotation)));
          }
        }
      }
    }
    return strays;
  }

  /// A record counts as mapped: another module may embed it.
  private boolean isStray(Element element, String annotation) {
    return switch (element) {
      case VariableElement field when field.getKind() == ElementKind.FIELD ->
          field.getEnclosingElement() instanceof TypeElement owner
              && owner.getKind() != ElementKind.RECORD
              && !reader.read(owner).has("Entity");
      case TypeElement type ->
          !Set.of("Entity", "Projection").contains(annotation) && !reader.read(type).has("Entity");
      default -> false;
    };
  }

  private Stray stray(Element element, TypeName annotation) {
    var name = annotation.simpleNames().replace(".List", "");
    return new Stray(reader.origin(element), name, Subject.of(element));
  }
}
