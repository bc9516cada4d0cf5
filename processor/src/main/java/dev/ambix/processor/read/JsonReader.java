package dev.ambix.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/// Finds the classes that become JSON: those annotated for it, and those that controllers take and
/// return. It knows avaje-jsonb, avaje-http, JAX-RS and Spring by name alone.
public final class JsonReader {
  private static final String JSON = "io.avaje.jsonb.Json";
  private static final List<String> CONTROLLERS =
      List.of(
          "io.avaje.http.api.Controller",
          "jakarta.ws.rs.Path",
          "org.springframework.web.bind.annotation.RestController");

  /// A method is one of HTTP when an annotation of these packages stands on it.
  private static final Set<String> HTTP_PACKAGES =
      Set.of("io.avaje.http.api", "jakarta.ws.rs", "org.springframework.web.bind.annotation");

  private final ProcessingEnvironment environment;
  private final SourceReader reader;
  private final Set<Element> reported = new HashSet<>();

  public JsonReader(ProcessingEnvironment environment, SourceReader reader) {
    this.environment = environment;
    this.reader = reader;
  }

  /// What is wrong in the classes of this round.
  public List<JsonUse> next(RoundEnvironment round) {
    var uses = new ArrayList<JsonUse>();
    var walk = new JsonWalk(environment, reader, reported, uses, true);
    var incoming = new JsonWalk(environment, reader, reported, uses, false);
    for (var type : ElementFilter.typesIn(annotated(round, JSON))) {
      walk.type(type, type);
    }
    for (var holder : annotated(round, JSON + ".Import")) {
      imported(holder).forEach(type -> walk.mirror(holder, type));
    }
    for (var controller : CONTROLLERS) {
      for (var type : ElementFilter.typesIn(annotated(round, controller))) {
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(this::isHttp)
            .forEach(method -> method(walk, incoming, method));
      }
    }
    return uses;
  }

  private Set<? extends Element> annotated(RoundEnvironment round, String annotation) {
    var type = environment.getElementUtils().getTypeElement(annotation);
    return type == null ? Set.of() : round.getElementsAnnotatedWith(type);
  }

  private static List<TypeMirror> imported(Element holder) {
    var types = new ArrayList<TypeMirror>();
    for (var mirror : holder.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(JSON + ".Import")) {
        mirror.getElementValues().values().forEach(value -> collect(value, types));
      }
    }
    return types;
  }

  private static void collect(AnnotationValue value, List<TypeMirror> types) {
    switch (value.getValue()) {
      case TypeMirror type -> types.add(type);
      case List<?> list -> list.forEach(each -> collect((AnnotationValue) each, types));
      case Object _ -> {}
    }
  }

  private boolean isHttp(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(AnnotationMirror::getAnnotationType)
        .map(type -> (TypeElement) type.asElement())
        .anyMatch(type -> HTTP_PACKAGES.contains(reader.name(type).packageName()));
  }

  private static void method(JsonWalk walk, JsonWalk incoming, ExecutableElement method) {
    walk.mirror(method, method.getReturnType());
    method.getParameters().forEach(parameter -> incoming.mirror(parameter, parameter.asType()));
  }
}
