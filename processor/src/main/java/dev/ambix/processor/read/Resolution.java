package dev.ambix.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/// Whether all that a class is read from is known yet. What another processor has yet to write is
/// not.
final class Resolution {
  private static final Set<String> HOLDERS =
      Set.of("dev.ambix.mapping.Ref", "dev.ambix.mapping.Many");

  private final Set<TypeElement> seen = new HashSet<>();

  private Resolution() {}

  static boolean isComplete(TypeElement type) {
    return new Resolution().complete(type);
  }

  private boolean complete(TypeElement type) {
    return !seen.add(type)
        || (annotations(type)
            && known(type.getSuperclass())
            && type.getInterfaces().stream().allMatch(this::known)
            && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .allMatch(field -> annotations(field) && embedded(field)));
  }

  /// A field is known when its type is; a record, or a list of them, when its components are; an
  /// association, when the entity is that it leads to.
  private boolean embedded(Element field) {
    if (!known(field.asType())) {
      return false;
    }
    var type = TypeReader.asTypeElement(field.asType());
    if (type != null && HOLDERS.contains(type.getQualifiedName().toString())) {
      return ((DeclaredType) field.asType()).getTypeArguments().stream().allMatch(this::named);
    }
    return isKnownRecord(field.asType())
        && (type == null
            || !type.getQualifiedName().contentEquals("java.util.List")
            || ((DeclaredType) field.asType())
                .getTypeArguments().stream().allMatch(this::isKnownRecord));
  }

  private boolean isKnownRecord(TypeMirror mirror) {
    var type = TypeReader.asTypeElement(mirror);
    return type == null || type.getKind() != ElementKind.RECORD || complete(type);
  }

  /// A class that an annotation names, such as the entity of a projection, is read too.
  private boolean named(TypeMirror type) {
    var element = TypeReader.asTypeElement(type);
    return element == null || complete(element);
  }

  private boolean known(TypeMirror type) {
    return switch (type) {
      case ArrayType array -> known(array.getComponentType());
      case DeclaredType declared ->
          type.getKind() != TypeKind.ERROR
              && declared.getTypeArguments().stream().allMatch(this::known);
      default -> type.getKind() != TypeKind.ERROR;
    };
  }

  private boolean annotations(Element element) {
    return element.getAnnotationMirrors().stream().allMatch(this::known);
  }

  private boolean known(AnnotationMirror mirror) {
    return known(mirror.getAnnotationType())
        && mirror.getElementValues().values().stream().allMatch(this::known);
  }

  private boolean known(AnnotationValue value) {
    return switch (value.getValue()) {
      case TypeMirror type -> known(type) && named(type);
      case AnnotationMirror mirror -> known(mirror);
      case List<?> list -> list.stream().allMatch(each -> known((AnnotationValue) each));
      case String text -> !text.equals("<error>");
      case Object _ -> true;
    };
  }
}
