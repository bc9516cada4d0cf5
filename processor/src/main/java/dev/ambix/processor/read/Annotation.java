package dev.ambix.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An annotation of Ambix as it stands in the sources.
///
/// @param origin where it stands
/// @param name its simple name
/// @param values the values of its members, those left out included: `String`, `Integer`,
///   `Boolean`, a [JavaType] for a class, the name of an enum constant, an `Annotation`, or a list
///   of these
public record Annotation(Origin origin, String name, Map<String, Object> values) {
  public Annotation {
    values = Map.copyOf(values);
  }

  /// The text of a member, or the name of its enum constant.
  public String text(String member) {
    return values.get(member) instanceof String text ? text : "";
  }

  /// The number of a member.
  public int number(String member) {
    return values.get(member) instanceof Integer number ? number : 0;
  }

  /// Whether a member is true.
  public boolean flag(String member) {
    return Boolean.TRUE.equals(values.get(member));
  }

  /// The texts of a member.
  public List<String> texts(String member) {
    return values.get(member) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /// The class of a member.
  public Optional<JavaType> type(String member) {
    return values.get(member) instanceof JavaType type ? Optional.of(type) : Optional.empty();
  }

  /// The annotations that this one, a container of repeated ones, holds.
  public List<Annotation> contained() {
    return values.get("value") instanceof List<?> list
        ? list.stream().filter(Annotation.class::isInstance).map(Annotation.class::cast).toList()
        : List.of();
  }
}
