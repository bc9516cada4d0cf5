package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.check.AssociationPlan;
import dev.ambix.processor.check.AttributePlan.Column;
import java.util.List;

/// Writes the attributes that lead to other entities.
record AssociationWriter(Part part) {
  private String target(AssociationPlan association) {
    return part.imports().of(association.target());
  }

  private String constant(AssociationPlan association) {
    return part.names().association(association);
  }

  /// The expression for the [Ref] or [Many] of an object.
  private String holder(AssociationPlan association) {
    return association.name() + "Of(entity)";
  }

  /// The constant of an association, and what queries see of it.
  String members(AssociationPlan association) {
    var kind = part.imports().of("Association") + "." + kind(association.link());
    var typed = "%s<%s, %s>".formatted(kind, part.entity(), target(association));
    var definition =
        "new %s.Definition<>(%s.class, %s, %s, %s.class, %s::new, %s)"
            .formatted(
                part.imports().of("Association"),
                part.entity(),
                origin(association),
                Literal.of(association.name()),
                target(association),
                part.imports().of(association.target().generated()),
                association.hops().stream().map(this::hop).collect(joining(", ")));
    return "  private static final %s %s = %s;\n"
            .formatted(
                typed,
                constant(association),
                value(kind, association.link(), association, definition))
        + visible(association);
  }

  private String origin(AssociationPlan association) {
    var table = Literal.of(part.plan().tableOf(association));
    return part.plan().isAdded(association) && part.plan().declaration().isJoined()
        ? "%s.Origin.part(%s, %s)"
            .formatted(part.imports().of("Node"), table, new ColumnsWriter(part).rootAndKey())
        : table;
  }

  private static String kind(AssociationPlan.Link link) {
    return switch (link) {
      case AssociationPlan.Reference _ -> "Reference";
      case AssociationPlan.Inverse _ -> "Inverse";
      case AssociationPlan.Children _ -> "Children";
      case AssociationPlan.Linked _ -> "Linked";
    };
  }

  private String value(
      String kind, AssociationPlan.Link link, AssociationPlan association, String definition) {
    return switch (link) {
      case AssociationPlan.Reference reference ->
          "%s.of(%s)%s"
              .formatted(
                  kind, definition, isOptional(reference, association) ? ".asOptional()" : "");
      case AssociationPlan.Inverse inverse ->
          "new %s<>(%s, %s)".formatted(kind, definition, Literal.of(inverse.mappedBy()));
      case AssociationPlan.Children children ->
          "%s.of(%s, %s)%s%s"
              .formatted(
                  kind,
                  definition,
                  Literal.of(children.mappedBy()),
                  children.orphanRemoval() ? ".withOrphanRemoval()" : "",
                  order(association, children.order()));
      case AssociationPlan.Linked linked ->
          "%s.of(%s)%s%s"
              .formatted(
                  kind,
                  definition,
                  linked.mappedBy().isEmpty()
                      ? ""
                      : ".mappedBy(%s)".formatted(Literal.of(linked.mappedBy())),
                  order(association, linked.order()));
    };
  }

  /// Rows of other subtypes have none.
  private boolean isOptional(AssociationPlan.Reference reference, AssociationPlan association) {
    return reference.optional() || part.plan().isAdded(association);
  }

  private String order(AssociationPlan association, List<AssociationPlan.Order> order) {
    if (order.isEmpty()) {
      return "";
    }
    var columns = part.imports().of(association.target().generated());
    return order.stream()
        .map(each ->
            "%s.%s.%s()".formatted(columns, each.path(), each.descending() ? "desc" : "asc"))
        .collect(joining(", ", ".orderedBy(() -> " + part.imports().of("List") + ".of(", "))"));
  }

  private String hop(AssociationPlan.Hop hop) {
    return "new %s.Hop(%s, %s, %s)"
        .formatted(
            part.imports().of("Node"), Literal.of(hop.table()), names(hop.from()), names(hop.to()));
  }

  private String names(List<String> columns) {
    return columns.stream()
        .map(Literal::of)
        .collect(joining(", ", part.imports().of("List") + ".of(", ")"));
  }

  private String visible(AssociationPlan association) {
    var member = part.names().member(association);
    return association.isOne()
        ? "  public static final %s<%s> %s = new %1$s<>(%4$s);\n"
            .formatted(columns(association), part.entity(), member, constant(association))
        : "  public static final %s.ToMany<%s, %s> %s = %1$s.ToMany.of(%5$s);\n"
            .formatted(
                part.imports().of("Path"),
                part.entity(),
                target(association),
                member,
                constant(association));
  }

  /// The class of the columns that a to-one association leads to.
  private String columns(AssociationPlan association) {
    return part.imports().of(association.target().generated()) + ".Columns";
  }

  /// The method of a path that goes on by the association.
  String step(AssociationPlan association) {
    return association.isOne()
        ? """

            public %s<R> %s() {
              return new %1$s<>(this, %3$s);
            }
        """
            .formatted(columns(association), part.names().step(association), constant(association))
        : """

            public %s.ToMany<R, %s> %s() {
              return many(%s);
            }
        """
            .formatted(
                part.imports().of("Path"),
                target(association),
                part.names().step(association),
                constant(association));
  }

  String read(AssociationPlan association) {
    return association
        .columns()
        .findFirst()
        .map(column ->
            "    %s.read(%s, row, %s);\n"
                .formatted(
                    constant(association),
                    holder(association),
                    Part.index("first", column.index())))
        .orElse("");
  }

  String get(AssociationPlan association) {
    var columns = association.columns().toList();
    return columns.stream()
        .map(column ->
            "      case %d -> %s.get(%s, %d);\n"
                .formatted(
                    column.index(),
                    constant(association),
                    holder(association),
                    columns.indexOf(column)))
        .collect(joining());
  }

  String set(AssociationPlan association) {
    var columns = association.columns().toList();
    return columns.stream()
        .map(column ->
            "      case %d -> %s.set(%s, %d, value);\n"
                .formatted(
                    column.index(),
                    constant(association),
                    holder(association),
                    columns.indexOf(column)))
        .collect(joining());
  }

  /// The statement that marks the columns of a reference as changed.
  String change(AssociationPlan association) {
    var columns = association.columns().map(Column::index).toList();
    return columns.isEmpty()
        ? ""
        : "    if (!%s.equals(before.%s, %s.key(%s))) {\n%s    }\n"
            .formatted(
                part.imports().of("Objects"),
                association.name(),
                constant(association),
                holder(association),
                columns.stream().map("      changed.set(%d);\n"::formatted).collect(joining()));
  }

  String restore(AssociationPlan association) {
    return association.columns().findAny().isEmpty()
        ? ""
        : "    %s.restore(%s, before.%s);\n"
            .formatted(constant(association), holder(association), association.name());
  }

  /// What a snapshot keeps of it: the key of a reference.
  String snapshotField(AssociationPlan association) {
    return association.columns().findAny().isEmpty()
        ? ""
        : "    final %s %s;\n".formatted(part.nullable("Object"), association.name());
  }

  String snapshotCopy(AssociationPlan association) {
    return association.columns().findAny().isEmpty()
        ? ""
        : "      this.%s = %s.key(%s);\n"
            .formatted(association.name(), constant(association), holder(association));
  }

  /// What gives the [Ref] or [Many] of an object.
  String methods() {
    var associations = part.plan().associations();
    if (associations.isEmpty()) {
      return "";
    }
    var cases = new StringBuilder();
    for (int i = 0; i < associations.size(); i++) {
      cases.append("      case %d -> %s;\n".formatted(i, holder(associations.get(i))));
    }
    return """

      @Override
      public Object association(%s entity, int association) {
        return switch (association) {
    %s      default -> throw new IndexOutOfBoundsException(association);
        };
      }
    """
            .formatted(part.entity(), cases)
        + associations.stream().map(this::holderMethod).collect(joining());
  }

  private String holderMethod(AssociationPlan association) {
    return """

      private static %s %sOf(%s entity) {
        return (%1$s) %4$s.get(entity);
      }
    """
        .formatted(
            part.imports().of(association.type()),
            association.name(),
            part.entity(),
            part.names().handle(association));
  }
}
