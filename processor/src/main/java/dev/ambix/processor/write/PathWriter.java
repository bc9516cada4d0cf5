package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.check.AttributePlan.Column;
import dev.ambix.processor.check.AttributePlan.Embedded;
import dev.ambix.processor.check.AttributePlan.Stored;
import dev.ambix.processor.read.JavaType;
import java.util.List;

/// Writes the columns of an entity as others see them who come by a path, or by another name of its
/// table. They read no constant of the generated class when they are made: the classes of entities
/// that refer to each other could not be initialised otherwise.
record PathWriter(Part part) {
  String methods() {
    var one = part.imports().of("Association") + ".One";
    var toOne = part.imports().of("Path") + ".ToOne";
    return """

      /// The table under another name, for queries that name it twice.
      public static Columns<%1$s> as(String alias) {
        return new Columns<>(alias);
      }

      /// The columns of `%2$s` by a path, or by another name of the table.
      public static final class Columns<R> extends %3$s<R, %1$s> {
    %4$s
        public Columns(%5$s<R, %1$s> association) {
          super(association);
        }

        public <M> Columns(%3$s<R, M> before, %5$s<M, %1$s> association) {
          super(before, association);
        }

        private Columns(String alias) {
          super(%6$s, alias);
        }
    %7$s%8$s  }
    """
        .formatted(
            part.entity(),
            part.plan().rootTable(),
            toOne,
            members("    ", stored()),
            one,
            Literal.of(part.plan().rootTable()),
            part.plan().associations().stream()
                .map(new AssociationWriter(part)::step)
                .collect(joining()),
            holders(stored()));
  }

  private List<Stored> stored() {
    return part.plan().attributes().stream()
        .filter(Stored.class::isInstance)
        .map(Stored.class::cast)
        .toList();
  }

  private String members(String indent, List<Stored> attributes) {
    return attributes.stream().map(each -> member(indent, each)).collect(joining());
  }

  private String member(String indent, Stored attribute) {
    return switch (attribute) {
      case Column column -> column(indent, column);
      case Embedded embedded -> {
        var holder = GeneratedNames.holder(embedded);
        yield "%spublic final %s %s = new %2$s();\n"
            .formatted(indent, holder, part.names().member(embedded));
      }
    };
  }

  private String column(String indent, Column column) {
    var value = part.imports().of(column.type().boxed());
    var operators = column.value().operators();
    var type =
        switch (operators) {
          case NUMBER -> "%s<%s>".formatted(part.imports().of("NumberExpression"), value);
          case TEXT -> part.imports().of("TextExpression");
          case ORDERED -> "%s<%s>".formatted(part.imports().of("OrderedExpression"), value);
          case VALUE -> "%s<%s>".formatted(part.imports().of("Expression"), value);
          case MANY ->
              "%s.ListExpression<%s>"
                  .formatted(
                      part.imports().of("Expression"),
                      part.imports()
                          .of(((JavaType.Declared) column.type()).arguments().getFirst()));
          case JSON -> "%s.JsonExpression<%s>".formatted(part.imports().of("Expression"), value);
        };
    var method =
        switch (operators) {
          case NUMBER -> "number";
          case TEXT -> "text";
          case ORDERED -> "ordered";
          case VALUE -> "value";
          case MANY -> "list";
          case JSON -> "json";
        };
    return "%spublic final %s %s = %s;\n"
        .formatted(indent, type, part.names().member(column), value(column, type, method));
  }

  private String value(Column column, String type, String method) {
    var name = Literal.of(column.column());
    var columnType = part.values().type(column.value());
    var plan = part.plan();
    if (!plan.isAdded(column) || !plan.declaration().isJoined()) {
      return "%s(%s, %s)".formatted(method, name, columnType);
    }
    var generic = type.indexOf('<');
    return "new %s.Computed%s(part(%s, %s, %s), %s)"
        .formatted(
            generic < 0 ? type : type.substring(0, generic),
            generic < 0 ? "" : "<>",
            name,
            Literal.of(plan.table()),
            new ColumnsWriter(part).keys(),
            columnType);
  }

  private String holders(List<Stored> attributes) {
    return attributes.stream()
        .filter(Embedded.class::isInstance)
        .map(Embedded.class::cast)
        .map(embedded -> holder(embedded) + holders(embedded.parts()))
        .collect(joining());
  }

  private String holder(Embedded embedded) {
    var name = GeneratedNames.holder(embedded);
    return """

        /// The columns of `%s`.
        public final class %s {
    %s
          private %2$s() {}
        }
    """
        .formatted(embedded.path(), name, members("      ", embedded.parts()));
  }
}
