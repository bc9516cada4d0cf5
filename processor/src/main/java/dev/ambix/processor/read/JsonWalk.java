package dev.ambix.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// Goes from a class that becomes JSON to all that goes with it, and notes what should not.
final class JsonWalk {
  private final ProcessingEnvironment environment;
  private final SourceReader reader;
  private final Set<Element> reported;
  private final List<JsonUse> uses;
  private final boolean leaves;
  private final Set<TypeElement> seen = new HashSet<>();

  /// @param reported the places that have been noted before
  /// @param leaves whether the JSON leaves the service: what comes in may be sensitive
  JsonWalk(
      ProcessingEnvironment environment,
      SourceReader reader,
      Set<Element> reported,
      List<JsonUse> uses,
      boolean leaves) {
    this.environment = environment;
    this.reader = reader;
    this.reported = reported;
    this.uses = uses;
    this.leaves = leaves;
  }

  /// A type that this place makes JSON of.
  void mirror(Element place, TypeMirror type) {
    switch (type) {
      case ArrayType array -> mirror(place, array.getComponentType());
      case WildcardType wildcard -> {
        bound(place, wildcard.getExtendsBound());
        bound(place, wildcard.getSuperBound());
      }
      case DeclaredType declared when type.getKind() == TypeKind.DECLARED -> {
        type(place, (TypeElement) declared.asElement());
        declared.getTypeArguments().forEach(argument -> mirror(place, argument));
      }
      default -> {}
    }
  }

  private void bound(Element place, @Nullable TypeMirror bound) {
    if (bound != null) {
      mirror(place, bound);
    }
  }

  /// A class that this place makes JSON of.
  void type(Element place, TypeElement type) {
    if (has(type, "Entity")) {
      report(place, type, Optional.empty());
      return;
    }
    var fields =
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(JsonWalk::isJson)
            .toList();
    fields.stream()
        .filter(field -> leaves && has(field, "Sensitive"))
        .findFirst()
        .ifPresent(field -> report(place, type, Optional.of(field.getSimpleName().toString())));
    if (isData(type) && seen.add(type)) {
      fields.forEach(field -> mirror(isSource(type) ? field : place, field.asType()));
    }
  }

  private void report(Element place, TypeElement type, Optional<String> sensitive) {
    if (reported.add(place)) {
      uses.add(new JsonUse(reader.origin(place), Subject.of(place), reader.name(type), sensitive));
    }
  }

  private boolean has(Element element, String annotation) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(mirror ->
            mirror
                .getAnnotationType()
                .toString()
                .equals(AnnotationReader.PACKAGE + "." + annotation));
  }

  private static boolean isJson(VariableElement field) {
    return field.getKind() == ElementKind.FIELD
        && !field.getModifiers().contains(Modifier.STATIC)
        && !field.getModifiers().contains(Modifier.TRANSIENT)
        && field.getAnnotationMirrors().stream()
            .map(mirror -> mirror.getAnnotationType().asElement().getSimpleName().toString())
            .noneMatch(name -> name.equals("Ignore") || name.equals("JsonIgnore"));
  }

  /// Whether the fields of the class are its data. Those of a framework's classes, which
  /// controllers take too, are not.
  private boolean isData(TypeElement type) {
    return type.getKind() == ElementKind.RECORD
        || isSource(type)
        || type.getAnnotationMirrors().stream()
            .anyMatch(
                mirror -> mirror.getAnnotationType().toString().equals("io.avaje.jsonb.Json"));
  }

  private boolean isSource(TypeElement type) {
    var file = environment.getElementUtils().getFileObjectOf(type);
    return file != null && file.getKind() == JavaFileObject.Kind.SOURCE;
  }
}
