package dev.ambix.processor.read;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// Reads javac's types and names.
final class TypeReader {
  private final Elements elements;

  TypeReader(Elements elements) {
    this.elements = elements;
  }

  TypeName name(TypeElement type) {
    var packageName = elements.getPackageOf(type).getQualifiedName().toString();
    var qualified = type.getQualifiedName().toString();
    var simpleNames =
        packageName.isEmpty() ? qualified : qualified.substring(packageName.length() + 1);
    return new TypeName(packageName, simpleNames);
  }

  JavaType type(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return new JavaType.Primitive(type.getKind().name().toLowerCase(java.util.Locale.ROOT));
    }
    return switch (type) {
      case ArrayType array -> new JavaType.Array(type(array.getComponentType()));
      case DeclaredType declared when type.getKind() == TypeKind.DECLARED ->
          new JavaType.Declared(
              name((TypeElement) declared.asElement()),
              declared.getTypeArguments().stream().map(this::type).toList());
      case WildcardType wildcard -> wildcard(wildcard);
      default -> new JavaType.Other(type.toString());
    };
  }

  private JavaType wildcard(WildcardType wildcard) {
    var upper = wildcard.getExtendsBound();
    var lower = wildcard.getSuperBound();
    if (upper != null) {
      return new JavaType.Wildcard("extends", Optional.of(type(upper)));
    }
    return lower == null
        ? new JavaType.Wildcard("", Optional.empty())
        : new JavaType.Wildcard("super", Optional.of(type(lower)));
  }

  static @Nullable TypeElement asTypeElement(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? element
        : null;
  }

  static boolean isNullable(Element element) {
    return hasNullable(element.getAnnotationMirrors()) || isNullable(element.asType());
  }

  static boolean isElementNullable(TypeMirror type) {
    return type instanceof ArrayType array && isNullable(array.getComponentType());
  }

  private static boolean isNullable(TypeMirror type) {
    return hasNullable(type.getAnnotationMirrors());
  }

  private static boolean hasNullable(
      java.util.List<? extends javax.lang.model.element.AnnotationMirror> mirrors) {
    return mirrors.stream()
        .anyMatch(mirror ->
            mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
  }
}
