package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.check.AssociationPlan;
import dev.ambix.processor.check.AttributePlan.Column;
import dev.ambix.processor.check.ProjectionPlan;
import dev.ambix.processor.check.ProjectionPlan.One;
import dev.ambix.processor.check.ProjectionPlan.Several;
import dev.ambix.processor.check.ProjectionPlan.Value;
import dev.ambix.processor.check.SnakeCase;
import java.util.List;
import java.util.stream.Stream;

/// Writes what a projection reads, with the records in it: their columns stand among its own, named
/// from its entity.
record ProjectionColumns(Part part) {
  /// The columns as expressions, in order.
  ///
  /// @param before the associations from the entity of the outermost projection to that of this one
  Stream<String> expressions(ProjectionPlan plan, List<AssociationPlan> before) {
    return plan.parts().stream()
        .flatMap(each -> {
          var path = path(before, each.path());
          return switch (each) {
            case Value value -> value.attribute().columns().map(column -> expression(path, column));
            case One one ->
                Stream.concat(
                    one.optional() ? Stream.of(text(path) + ".presence()") : Stream.empty(),
                    expressions(one.projection(), path));
            case Several _ -> Stream.empty();
          };
        });
  }

  private static List<AssociationPlan> path(
      List<AssociationPlan> before, List<AssociationPlan> path) {
    return Stream.concat(before.stream(), path.stream()).toList();
  }

  /// The column behind these associations: `Post_.author.username`.
  String expression(List<AssociationPlan> path, Column column) {
    return path.isEmpty() ? part.names().qualified(column) : text(path) + "." + column.path();
  }

  private String text(List<AssociationPlan> path) {
    var first = generated() + "." + part.names().member(path.getFirst());
    return path.stream()
        .skip(1)
        .map(each -> "." + part.names().step(each) + "()")
        .collect(joining("", first, ""));
  }

  private String generated() {
    return part.imports().of(part.plan().name().generated());
  }

  /// The names of the columns, in order.
  Stream<String> labels(ProjectionPlan plan, String prefix) {
    return plan.parts().stream()
        .flatMap(each ->
            switch (each) {
              case Value value ->
                  value.attribute().columns().map(column -> prefix + label(value, column));
              case One one -> {
                var name = prefix + SnakeCase.of(one.component());
                yield Stream.concat(
                    one.optional() ? Stream.of(name) : Stream.empty(),
                    labels(one.projection(), name + "_"));
              }
              case Several _ -> Stream.empty();
            });
  }

  private static String label(Value value, Column column) {
    return value.path().stream()
        .map(each -> SnakeCase.of(each.name()) + "_")
        .collect(joining("", "", column.column()));
  }

  /// The lists, in order.
  Stream<String> lists(ProjectionPlan plan, List<AssociationPlan> before) {
    return plan.parts().stream()
        .flatMap(each -> {
          var path = path(before, each.path());
          return switch (each) {
            case Value _ -> Stream.empty();
            case One one -> lists(one.projection(), path);
            case Several several -> Stream.of(list(path, several));
          };
        });
  }

  private String list(List<AssociationPlan> path, Several several) {
    return "new Nested<>(%s, %s.class)"
        .formatted(
            path.isEmpty()
                ? generated() + "." + part.names().member(several.association())
                : text(path) + "." + part.names().step(several.association()) + "()",
            part.imports().of(several.element().declaration().name()));
  }
}
