package dev.ambix.processor.check;

import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.TypeName;
import java.util.List;
import java.util.stream.Stream;

/// How a value stands in JSON.
public sealed interface JsonShape {
  /// A truth value, a number or a text, as in a column.
  record Scalar(ValueType type) implements JsonShape {}

  /// An array.
  record Items(JsonShape element) implements JsonShape {}

  /// An object of any properties.
  record Properties(JsonShape value) implements JsonShape {}

  /// An object of the components of a record.
  record Parts(TypeName type, List<Part> parts) implements JsonShape {
    public Parts {
      parts = List.copyOf(parts);
    }
  }

  /// A component of a record.
  record Part(String name, JavaType type, boolean nullable, JsonShape shape) {}

  /// The records in it, those inside of others first.
  default Stream<Parts> records() {
    return switch (this) {
      case Scalar _ -> Stream.of();
      case Items items -> items.element().records();
      case Properties properties -> properties.value().records();
      case Parts parts ->
          Stream.concat(
                  parts.parts().stream().flatMap(part -> part.shape().records()), Stream.of(parts))
              .distinct();
    };
  }
}
