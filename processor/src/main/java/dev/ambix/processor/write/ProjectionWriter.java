package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.check.AssociationPlan;
import dev.ambix.processor.check.AttributePlan;
import dev.ambix.processor.check.AttributePlan.Column;
import dev.ambix.processor.check.AttributePlan.Embedded;
import dev.ambix.processor.check.ProjectionPlan;
import dev.ambix.processor.read.Declaration;
import dev.ambix.processor.read.Surroundings;
import java.util.ArrayList;
import java.util.List;

/// Writes the mapping of a projection.
public final class ProjectionWriter {
  private final Surroundings surroundings;

  public ProjectionWriter(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// The source text of the class.
  public String write(ProjectionPlan plan) {
    var name = plan.declaration().name().generated();
    var types = new ArrayList<>(plan.named().stream().map(Declaration::name).toList());
    plan.entity().ifPresent(entity -> types.add(entity.generated()));
    var imports = new Imports(name, types, List.of("JsonTypes"));
    var part =
        new Part(
            plan.source(),
            imports,
            new GeneratedNames(plan.source(), imports),
            new Values(imports),
            surroundings);
    var body = new Body(plan, part);
    var text = body.constants() + body.constructor() + body.read() + body.embedded() + body.json();
    return new Header(surroundings, imports)
        .write(
            name,
            "/// How `%s` is read from rows.".formatted(plan.declaration().name().simpleNames()),
            Header.suppressions(plan.named(), body.isUnchecked()),
            "%s<%s>"
                .formatted(imports.of("ProjectionMapping"), imports.of(plan.declaration().name())),
            text);
  }

  /// The members of the class.
  private record Body(ProjectionPlan plan, Part part) {
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
      if (!ofRows()) {
        return "";
      }
      var types =
          plan.columns().stream()
              .filter(column -> Values.needsReader(column.type(), column.value()))
              .map(this::constant)
              .collect(joining());
      var required = required();
      var positions =
          required.isEmpty()
              ? ""
              : "  private static final int[] REQUIRED = {%s};\n".formatted(required);
      var constants = types + positions;
      return constants.isEmpty() ? "" : constants + "\n";
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
      var list = part.imports().of("List");
      var labels =
          plan.columns().stream().map(column -> Literal.of(column.column())).collect(joining(", "));
      var columns =
          ofRows()
              ? ""
              : plan.columns().stream().map(part.names()::qualified).collect(joining(", "));
      return """
        public %s() {
          super(
              %s.class,
              %s.class,
              %s.of(%s),
              %4$s.of(%6$s));
        }
      """
          .formatted(
              plan.declaration().name().generated().simpleNames(),
              part.imports().of(plan.declaration().name()),
              plan.entity().map(part.imports()::of).orElse("void"),
              list,
              labels,
              columns);
    }

    String read() {
      var arguments = new ArrayList<String>();
      int next = 0;
      for (var attribute : plan.parts()) {
        arguments.add(argument(attribute, Part.index("first", next)));
        next += (int) attribute.columns().count();
      }
      var check =
          ofRows() && !required().isEmpty() ? "    requireValues(row, first, REQUIRED);\n" : "";
      return """

        @Override
      %s  public %s read(%s row, int first) {
      %s    return new %2$s(
              %5$s);
        }
      """
          .formatted(
              new EmbeddedWriter(part, this::reader).suppression(plan.parts()),
              part.imports().of(plan.declaration().name()),
              part.imports().of("Row"),
              check,
              String.join(",\n        ", arguments));
    }

    private String argument(AttributePlan attribute, String index) {
      return switch (attribute) {
        case AssociationPlan _ -> throw new IllegalArgumentException(attribute.path());
        case Column column ->
            part.values().fromRow(column.type(), column.value(), reader(column), index);
        case Embedded embedded -> "%sFrom(row, %s)".formatted(part.names().stem(embedded), index);
      };
    }

    String json() {
      return ofRows() ? new JsonWriter(part).types(plan.columns()) : "";
    }

    String embedded() {
      return new EmbeddedWriter(part, this::reader).readers(plan.parts());
    }
  }
}
