package dev.ambix.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/// Compares the parameters of a method with those of the methods that it overrides. Where only one
/// of them takes SQL text, a call through the other goes unchecked.
final class SqlOverrides {
  private static final String SQL_TEXT = "dev.ambix.mapping.SqlText";

  private final ProcessingEnvironment environment;
  private final Map<TypeElement, List<ExecutableElement>> sqlMethods = new HashMap<>();

  SqlOverrides(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /// A parameter that differs from the one that it overrides.
  ///
  /// @param subject the method that is overridden
  /// @param by the method that overrides it
  record Difference(int parameter, String subject, String by, SqlUse.Kind kind) {}

  static boolean takesSqlText(VariableElement parameter) {
    return parameter.getAnnotationMirrors().stream()
        .anyMatch(mirror ->
            mirror.getAnnotationType().asElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals(SQL_TEXT));
  }

  List<Difference> differences(ExecutableElement method) {
    var differences = new ArrayList<Difference>();
    if (method.getParameters().isEmpty()
        || !(method.getEnclosingElement() instanceof TypeElement owner)) {
      return differences;
    }
    for (var supertype : supertypes(owner)) {
      for (var other : ElementFilter.methodsIn(supertype.getEnclosedElements())) {
        if (canDiffer(method, other)
            && environment.getElementUtils().overrides(method, other, owner)) {
          compare(method, other, differences);
        }
      }
    }
    return differences;
  }

  /// The methods that a class inherits from one type, take SQL text, and stand in for those of
  /// another that do not.
  List<Difference> inherited(TypeElement owner) {
    var differences = new ArrayList<Difference>();
    var supertypes = supertypes(owner);
    for (var from : supertypes) {
      for (var method : sqlMethods.computeIfAbsent(from, SqlOverrides::sqlMethods)) {
        for (var to : supertypes) {
          for (var other : ElementFilter.methodsIn(to.getEnclosedElements())) {
            if (!other.equals(method)
                && canDiffer(method, other)
                && environment.getElementUtils().overrides(method, other, owner)
                && !environment.getElementUtils().overrides(method, other, from)) {
              compare(method, other, differences);
            }
          }
        }
      }
    }
    return differences;
  }

  private static List<ExecutableElement> sqlMethods(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getParameters().stream().anyMatch(SqlOverrides::takesSqlText))
        .toList();
  }

  private static boolean canDiffer(ExecutableElement method, ExecutableElement other) {
    return method.getSimpleName().equals(other.getSimpleName())
        && method.getParameters().size() == other.getParameters().size();
  }

  private static void compare(
      ExecutableElement method, ExecutableElement other, List<Difference> differences) {
    for (int i = 0; i < method.getParameters().size(); i++) {
      var here = takesSqlText(method.getParameters().get(i));
      var there = takesSqlText(other.getParameters().get(i));
      if (here != there) {
        differences.add(
            new Difference(
                i,
                Subject.of(other),
                Subject.of(method),
                here ? SqlUse.Kind.ADDED : SqlUse.Kind.DROPPED));
      }
    }
  }

  private Set<TypeElement> supertypes(TypeElement type) {
    Set<TypeElement> all = new LinkedHashSet<>();
    collect(type.asType(), all);
    return all;
  }

  private void collect(TypeMirror type, Set<TypeElement> all) {
    for (var supertype : environment.getTypeUtils().directSupertypes(type)) {
      Element element = environment.getTypeUtils().asElement(supertype);
      if (element instanceof TypeElement found && all.add(found)) {
        collect(supertype, all);
      }
    }
  }
}
