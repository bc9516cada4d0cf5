package dev.ambix.processor.read;

import java.util.List;
import java.util.Optional;

/// A field of a class, or a component of a record.
///
/// @param origin where it stands
/// @param name its name
/// @param owner the class that declares it
/// @param type its type
/// @param isStatic whether it belongs to the class
/// @param isFinal whether it is set once
/// @param nullable whether it is annotated with a `Nullable` of any package
/// @param elementNullable whether the element type of an array is
/// @param annotations those of Ambix
public record Field(
    Origin origin,
    String name,
    TypeName owner,
    JavaType type,
    boolean isStatic,
    boolean isFinal,
    boolean nullable,
    boolean elementNullable,
    List<Annotation> annotations) {
  public Field {
    annotations = List.copyOf(annotations);
  }

  /// The annotation of this simple name.
  public Optional<Annotation> annotation(String name) {
    return annotations.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// Whether it has the annotation of this simple name.
  public boolean has(String name) {
    return annotation(name).isPresent();
  }
}
