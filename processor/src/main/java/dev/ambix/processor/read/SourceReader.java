package dev.ambix.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/// Reads javac's classes as declarations.
public final class SourceReader implements Catalog {
  private static final String CONVERTER = "dev.ambix.type.Converter";

  private final Elements elements;
  private final Types typeOperations;
  private final Messager messager;
  private final TypeReader types;
  private final AnnotationReader annotations;

  public SourceReader(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.typeOperations = environment.getTypeUtils();
    this.messager = environment.getMessager();
    this.types = new TypeReader(elements);
    this.annotations = new AnnotationReader(elements, messager, types);
  }

  @Override
  public Optional<Declaration> find(TypeName name) {
    return Optional.ofNullable(elements.getTypeElement(name.qualified())).map(this::read);
  }

  /// The class as it is declared.
  public Declaration read(TypeElement type) {
    var modifiers = type.getModifiers();
    return new Declaration(
        origin(type),
        types.name(type),
        shape(type.getKind()),
        access(type),
        modifiers.contains(Modifier.ABSTRACT),
        modifiers.contains(Modifier.FINAL),
        type.getNestingKind() == NestingKind.MEMBER && !modifiers.contains(Modifier.STATIC),
        !type.getTypeParameters().isEmpty(),
        deprecation(type),
        modifiers.contains(Modifier.SEALED),
        permitted(type),
        superclass(type),
        root(type).map(this::read),
        constructor(type),
        root(type).isPresent() ? inherited(type) : fields(type),
        constants(type),
        conversion(type.asType()),
        annotations.read(type));
  }

  /// The name of a class.
  public TypeName name(TypeElement type) {
    return types.name(type);
  }

  /// Whether a class that was generated earlier still belongs to a class that is mapped.
  public boolean isMapping(String generated) {
    var type = elements.getTypeElement(generated);
    return type != null
        && type.getSuperclass() instanceof DeclaredType superclass
        && superclass.getTypeArguments().stream()
            .map(types::type)
            .flatMap(argument -> find(argument).stream())
            .anyMatch(mapped -> mapped.has("Entity") || mapped.has("Projection"));
  }

  /// What generated code in the module of this class may rely on.
  public Surroundings surroundings(TypeName name) {
    var type = elements.getTypeElement(name.qualified());
    var module = type == null ? null : elements.getModuleOf(type);
    return new Surroundings(
        isVisible(module, "javax.annotation.processing.Generated"),
        isVisible(module, "org.jspecify.annotations.Nullable"),
        module != null && !module.isUnnamed());
  }

  private boolean isVisible(@Nullable ModuleElement module, String name) {
    return (module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name))
        != null;
  }

  Origin origin(Element element) {
    return new ElementOrigin(messager, element, null);
  }

  private static Declaration.Shape shape(ElementKind kind) {
    return switch (kind) {
      case RECORD -> Declaration.Shape.RECORD;
      case ENUM -> Declaration.Shape.ENUM;
      case INTERFACE -> Declaration.Shape.INTERFACE;
      case ANNOTATION_TYPE -> Declaration.Shape.ANNOTATION;
      default -> Declaration.Shape.CLASS;
    };
  }

  private static Declaration.Access access(TypeElement type) {
    var narrowest = Declaration.Access.PUBLIC;
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        return Declaration.Access.PRIVATE;
      }
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        narrowest = Declaration.Access.PACKAGE;
      }
    }
    return narrowest;
  }

  private Declaration.Deprecation deprecation(TypeElement type) {
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      var deprecated = each.getAnnotation(Deprecated.class);
      if (deprecated != null) {
        return deprecated.forRemoval()
            ? Declaration.Deprecation.FOR_REMOVAL
            : Declaration.Deprecation.DEPRECATED;
      }
    }
    return Declaration.Deprecation.NONE;
  }

  private Optional<JavaType> superclass(TypeElement type) {
    var superclass = type.getSuperclass();
    var none =
        superclass.getKind() == TypeKind.NONE
            || type.getKind() != ElementKind.CLASS
            || superclass.toString().equals("java.lang.Object");
    return none ? Optional.empty() : Optional.of(types.type(superclass));
  }

  private List<TypeName> permitted(TypeElement type) {
    return type.getPermittedSubclasses().stream()
        .map(each -> types.name((TypeElement) ((DeclaredType) each).asElement()))
        .toList();
  }

  /// The root of the hierarchy of entities that the class extends.
  private Optional<TypeElement> root(TypeElement type) {
    return above(type)
        .flatMap(parent -> root(parent).or(() -> Optional.of(parent).filter(this::isRoot)));
  }

  private boolean isRoot(TypeElement type) {
    return annotations.read(type).stream().anyMatch(each -> each.name().equals("Inheritance"));
  }

  private static Optional<TypeElement> above(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType superclass
            && superclass.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  /// The fields from the root down to the class.
  private List<Field> inherited(TypeElement type) {
    var above = root(type).isPresent() ? inherited(above(type).orElseThrow()) : List.<Field>of();
    return Stream.concat(above.stream(), fields(type).stream()).toList();
  }

  private Declaration.Constructor constructor(TypeElement type) {
    for (var each : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      if (each.getParameters().isEmpty()) {
        return constructor(each);
      }
    }
    return Declaration.Constructor.MISSING;
  }

  private Declaration.Constructor constructor(ExecutableElement constructor) {
    if (constructor.getThrownTypes().stream().anyMatch(this::isChecked)) {
      return Declaration.Constructor.THROWS;
    }
    if (constructor.getModifiers().contains(Modifier.PRIVATE)) {
      return Declaration.Constructor.PRIVATE;
    }
    return constructor.getModifiers().contains(Modifier.PUBLIC)
        ? Declaration.Constructor.PUBLIC
        : Declaration.Constructor.VISIBLE;
  }

  private boolean isChecked(TypeMirror thrown) {
    return !isSubtype(thrown, "java.lang.RuntimeException")
        && !isSubtype(thrown, "java.lang.Error");
  }

  private boolean isSubtype(TypeMirror type, String superclass) {
    var element = elements.getTypeElement(superclass);
    return element != null && typeOperations.isSubtype(type, element.asType());
  }

  private List<Field> fields(TypeElement type) {
    var fields = ElementFilter.fieldsIn(type.getEnclosedElements()).stream();
    var attributes =
        type.getKind() == ElementKind.RECORD
            ? fields.filter(field -> !field.getModifiers().contains(Modifier.STATIC))
            : fields;
    return attributes
        .filter(field -> field.getKind() == ElementKind.FIELD)
        .map(field ->
            new Field(
                origin(field),
                field.getSimpleName().toString(),
                types.name(type),
                types.type(field.asType()),
                field.getModifiers().contains(Modifier.STATIC),
                field.getModifiers().contains(Modifier.FINAL),
                TypeReader.isNullable(field),
                TypeReader.isElementNullable(field.asType()),
                annotations.read(field)))
        .toList();
  }

  private static List<String> constants(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
        .map(each -> each.getSimpleName().toString())
        .toList();
  }

  private Optional<Declaration.Conversion> conversion(TypeMirror type) {
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(CONVERTER)
        && declared.getTypeArguments().size() == 2) {
      var arguments = declared.getTypeArguments();
      return Optional.of(
          new Declaration.Conversion(types.type(arguments.get(0)), types.type(arguments.get(1))));
    }
    return typeOperations.directSupertypes(type).stream()
        .flatMap(supertype -> conversion(supertype).stream())
        .findFirst();
  }
}
