package dev.ambix.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/// Reads the annotations of Ambix on an element.
final class AnnotationReader {
  /// The package of the annotations.
  static final String PACKAGE = "dev.ambix.mapping";

  private final Elements elements;
  private final Messager messager;
  private final TypeReader types;

  AnnotationReader(Elements elements, Messager messager, TypeReader types) {
    this.elements = elements;
    this.messager = messager;
    this.types = types;
  }

  List<Annotation> read(Element element) {
    var found = new ArrayList<Annotation>();
    for (var mirror : element.getAnnotationMirrors()) {
      var type = (TypeElement) mirror.getAnnotationType().asElement();
      if (types.name(type).packageName().equals(PACKAGE)) {
        var annotation = read(element, mirror);
        found.addAll(
            annotation.name().endsWith(".List") ? annotation.contained() : List.of(annotation));
      }
    }
    return found;
  }

  private Annotation read(Element element, AnnotationMirror mirror) {
    Map<String, Object> values = new HashMap<>();
    elements
        .getElementValuesWithDefaults(mirror)
        .forEach((member, value) ->
            values.put(member.getSimpleName().toString(), value(element, value)));
    var name = types.name((TypeElement) mirror.getAnnotationType().asElement()).simpleNames();
    return new Annotation(new ElementOrigin(messager, element, mirror), name, values);
  }

  private Object value(Element element, AnnotationValue value) {
    return switch (value.getValue()) {
      case TypeMirror type -> types.type(type);
      case VariableElement constant -> constant.getSimpleName().toString();
      case AnnotationMirror mirror -> read(element, mirror);
      case List<?> list ->
          list.stream().map(each -> value(element, (AnnotationValue) each)).toList();
      case Object plain -> plain;
    };
  }
}
