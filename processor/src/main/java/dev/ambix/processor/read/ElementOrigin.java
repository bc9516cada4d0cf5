package dev.ambix.processor.read;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/// An element of the sources, or an annotation on it.
record ElementOrigin(Messager messager, Element element, @Nullable AnnotationMirror annotation)
    implements Origin {
  @Override
  public void report(Severity severity, String text) {
    var kind =
        switch (severity) {
          case ERROR -> Kind.ERROR;
          case WARNING -> Kind.WARNING;
        };
    var mirror = annotation();
    if (mirror == null) {
      messager.printMessage(kind, text, element);
    } else {
      messager.printMessage(kind, text, element, mirror);
    }
  }
}
