package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.check.AttributePlan;
import dev.ambix.processor.check.JsonShape;
import dev.ambix.processor.check.ValueType;
import java.util.List;

/// Writes the class that says how records stand in JSON, each after those that it needs. It is a
/// class of its own because paths need it before the class around it is initialised.
record JsonWriter(Part part) {
  String types(List<AttributePlan.Column> columns) {
    var constants =
        columns.stream()
            .map(AttributePlan.Column::value)
            .filter(ValueType.Json.class::isInstance)
            .flatMap(value -> ((ValueType.Json) value).shape().records())
            .distinct()
            .map(this::constant)
            .collect(joining());
    return constants.isEmpty()
        ? ""
        : "\n  private static final class JsonTypes {\n" + constants + "  }\n";
  }

  private String constant(JsonShape.Parts record) {
    var type = part.imports().of(record.type());
    var constant = part.values().jsonConstant(record.type());
    return """
        static final %1$s<%2$s> %3$s =
            %1$s.record(
                %2$s.class,
                parts -> new %2$s(%4$s),
    %5$s);
    """
        .formatted(
            part.imports().of("JsonType"),
            type,
            constant.substring(constant.indexOf('.') + 1),
            arguments(record),
            record.parts().stream().map(each -> component(type, each)).collect(joining(",\n")));
  }

  private String arguments(JsonShape.Parts record) {
    var arguments = new StringBuilder();
    for (int i = 0; i < record.parts().size(); i++) {
      arguments
          .append(i == 0 ? "" : ", ")
          .append("(%s) parts[%d]".formatted(part.imports().of(record.parts().get(i).type()), i));
    }
    return arguments.toString();
  }

  private String component(String type, JsonShape.Part component) {
    return "            %s.%s(%s, %s::%s, %s)"
        .formatted(
            part.imports().of("JsonType"),
            component.nullable() ? "optional" : "part",
            Literal.of(component.name()),
            type,
            component.name(),
            part.values().json(component.shape()));
  }
}
