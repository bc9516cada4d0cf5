package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.check.AttributePlan.Column;
import dev.ambix.processor.check.AttributePlan.Embedded;
import dev.ambix.processor.check.AttributePlan.Stored;
import dev.ambix.processor.check.ProjectionPlan;
import dev.ambix.processor.check.ProjectionPlan.One;
import dev.ambix.processor.check.ProjectionPlan.Several;
import dev.ambix.processor.check.ProjectionPlan.Value;
import java.util.ArrayList;
import java.util.List;

/// Writes the members of the mapping of a projection.
record ProjectionBody(ProjectionPlan plan, Part part) {
  private boolean ofRows() {
    return plan.entity().isEmpty();
  }

  /// What reads a column: the column itself, or the constant for its type.
  private String reader(Column column) {
    return ofRows() ? part.names().typeConstant(column) : part.names().qualified(column);
  }

  boolean isUnchecked() {
    return ofRows()
        && plan.columns().stream()
            .anyMatch(column -> column.type().isGeneric() || column.value().hasGenericParts());
  }

  String constants() {
    var constants = ofRows() ? constantsOfRows() : mappings();
    return constants.isEmpty() ? "" : constants + "\n";
  }

  private String constantsOfRows() {
    var types =
        plan.columns().stream()
            .filter(column -> Values.needsReader(column.type(), column.value()))
            .map(this::constant)
            .collect(joining());
    var required = required();
    return required.isEmpty()
        ? types
        : types + "  private static final int[] REQUIRED = {%s};\n".formatted(required);
  }

  /// The mappings of the records inside.
  private String mappings() {
    return plan.parts().stream()
        .filter(One.class::isInstance)
        .map(One.class::cast)
        .map(one ->
            "  private static final %s %s = new %1$s();\n"
                .formatted(
                    part.imports().of(one.projection().declaration().name().generated()),
                    part.names().mapping(one.component())))
        .collect(joining());
  }

  private String constant(Column column) {
    return "  private static final %s<%s> %s = %s;\n"
        .formatted(
            part.imports().of("Type"),
            part.imports().of(column.type().boxed()),
            part.names().typeConstant(column),
            part.values().type(column.value()));
  }

  private String required() {
    return plan.columns().stream()
        .filter(column -> !column.columnNullable())
        .map(column -> Integer.toString(column.index()))
        .collect(joining(", "));
  }

  String constructor() {
    var list = part.imports().of("List") + ".of(";
    var columns = new ProjectionColumns(part);
    var arguments = new ArrayList<String>();
    arguments.add(part.imports().of(plan.declaration().name()) + ".class");
    arguments.add(plan.entity().map(part.imports()::of).orElse("void") + ".class");
    arguments.add(columns.labels(plan, "").map(Literal::of).collect(joining(", ", list, ")")));
    arguments.add(
        ofRows()
            ? list + ")"
            : columns.expressions(plan, List.of()).collect(joining(", ", list, ")")));
    if (plan.lists() > 0) {
      arguments.add(columns.lists(plan, List.of()).collect(joining(", ", list, ")")));
    }
    return """
      public %s() {
        super(
            %s);
      }
    """
        .formatted(
            plan.declaration().name().generated().simpleNames(),
            String.join(",\n        ", arguments));
  }

  String read() {
    var arguments = new ArrayList<String>();
    int column = 0;
    int list = 0;
    for (var each : plan.parts()) {
      arguments.add(argument(each, column, list));
      switch (each) {
        case Value value -> column += (int) value.attribute().columns().count();
        case One one -> {
          column += (one.optional() ? 1 : 0) + one.projection().width();
          list += one.projection().lists();
        }
        case Several _ -> list++;
      }
    }
    var check =
        ofRows() && !required().isEmpty() ? "    requireValues(row, first, REQUIRED);\n" : "";
    return """

      @Override
    %s  public %s read(%s row, int first, Lists its) {
    %s    return new %2$s(
            %5$s);
      }
    """
        .formatted(
            new EmbeddedWriter(part, this::reader).suppression(plan.attributes()),
            part.imports().of(plan.declaration().name()),
            part.imports().of("Row"),
            check,
            String.join(",\n        ", arguments));
  }

  /// @param column how many columns come before those of the component
  /// @param list how many lists come before those of the component
  private String argument(ProjectionPlan.Part component, int column, int list) {
    return switch (component) {
      case Value value -> value(value, Part.index("first", column));
      case One one -> one(one, column, list == 0 ? "its" : "its.after(%d)".formatted(list));
      case Several _ -> "its.of(%d)".formatted(list);
    };
  }

  private String value(Value value, String index) {
    return switch (value.attribute()) {
      case Column column ->
          part.values()
              .fromRow(
                  column.type(),
                  column.value(),
                  value.path().isEmpty()
                      ? reader(column)
                      : new ProjectionColumns(part).expression(value.path(), column) + ".type()",
                  index);
      case Embedded embedded -> "%sFrom(row, %s)".formatted(part.names().stem(embedded), index);
    };
  }

  private String one(One one, int column, String its) {
    var read =
        "%s.read(row, %s, %s)"
            .formatted(
                part.names().mapping(one.component()),
                Part.index("first", one.optional() ? column + 1 : column),
                one.projection().lists() == 0 ? "its" : its);
    return one.optional()
        ? "row.isNull(%s) ? null : %s".formatted(Part.index("first", column), read)
        : read;
  }

  String json() {
    return ofRows() ? new JsonWriter(part).types(plan.columns()) : "";
  }

  String embedded() {
    return new EmbeddedWriter(part, this::reader)
        .readers(plan.attributes().stream().<Stored>map(each -> each).distinct().toList());
  }
}
