package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.check.AssociationPlan;
import dev.ambix.processor.check.AttributePlan;
import dev.ambix.processor.check.ConstraintPlan;
import dev.ambix.processor.check.HierarchyPlan;
import dev.ambix.processor.check.RenamePlan;
import dev.ambix.processor.check.ValueType;
import dev.ambix.processor.read.JavaType;
import java.util.ArrayList;
import java.util.List;

/// Writes the columns of an entity, and the constructor that hands them on.
record ColumnsWriter(Part part) {
  /// The constants that columns need, then the columns.
  String columns() {
    var types =
        part.plan().columns().stream()
            .filter(ColumnsWriter::needsConstant)
            .map(this::typeConstant)
            .collect(joining());
    var columns = part.plan().attributes().stream().map(this::member).collect(joining());
    return types + (types.isEmpty() ? "" : "\n") + columns;
  }

  private static boolean needsConstant(AttributePlan.Column column) {
    return column.value() instanceof ValueType.Converted && column.type().isGeneric();
  }

  private String typeConstant(AttributePlan.Column column) {
    return "  private static final %s<%s> %s = %s;\n"
        .formatted(
            part.imports().of("Type"),
            part.imports().of(column.type()),
            part.names().typeConstant(column),
            part.values().type(column.value()));
  }

  private String member(AttributePlan attribute) {
    return switch (attribute) {
      case AttributePlan.Stored stored -> member("  ", "public static final", stored);
      case AssociationPlan association ->
          association
                  .columns()
                  .map(column -> column("  ", "private static final", column))
                  .collect(joining())
              + new AssociationWriter(part).members(association);
    };
  }

  private String member(String indent, String modifiers, AttributePlan.Stored attribute) {
    return switch (attribute) {
      case AttributePlan.Column column -> column(indent, modifiers, column);
      case AttributePlan.Embedded embedded -> {
        var holder = GeneratedNames.holder(embedded);
        yield "%s%s %s %s = new %s();\n"
            .formatted(indent, modifiers, holder, part.names().member(embedded), holder);
      }
    };
  }

  private String column(String indent, String modifiers, AttributePlan.Column column) {
    var kind = kind(column);
    var attribute =
        "%s.of(%s.class, %s, %s, %s, %s)"
            .formatted(
                part.imports().of("Column") + ".Attribute",
                part.entity(),
                Literal.of(part.plan().tableOf(column)),
                Literal.of(column.path()),
                Literal.of(column.column()),
                needsConstant(column)
                    ? part.names().typeConstant(column)
                    : part.values().type(column.value()));
    return "%s%s %s %s = new %s<>(%s%s);\n"
        .formatted(
            indent,
            modifiers,
            kind,
            part.names().declared(column),
            kind.substring(0, kind.indexOf('<')),
            attribute,
            String.join("", calls(column)));
  }

  private String kind(AttributePlan.Column column) {
    var value = part.imports().of(column.type().boxed());
    return switch (column.value().operators()) {
      case NUMBER ->
          "%s<%s, %s>".formatted(part.imports().of("Column") + ".Numeric", part.entity(), value);
      case TEXT -> "%s<%s>".formatted(part.imports().of("Column") + ".Text", part.entity());
      case ORDERED ->
          "%s<%s, %s>".formatted(part.imports().of("Column") + ".Ordered", part.entity(), value);
      case MANY ->
          "%s<%s, %s>"
              .formatted(
                  part.imports().of("Column") + ".Array",
                  part.entity(),
                  part.imports().of(((JavaType.Declared) column.type()).arguments().getFirst()));
      case JSON ->
          "%s<%s, %s>".formatted(part.imports().of("Column") + ".Json", part.entity(), value);
      case VALUE ->
          "%s<%s, %s>".formatted(part.imports().of("Column") + ".Value", part.entity(), value);
    };
  }

  private List<String> calls(AttributePlan.Column column) {
    var calls = new ArrayList<String>();
    if (column.key()) {
      calls.add(".asKey()");
    }
    boolean added = part.plan().isAdded(column);
    boolean joined = part.plan().declaration().isJoined();
    if (added && joined) {
      calls.add(".joinedTo(%s)".formatted(rootAndKey()));
    }
    if (column.columnNullable() || (added && !joined)) {
      calls.add(".asNullable()");
    }
    if (column.sensitive()) {
      calls.add(".asSensitive()");
    }
    if (column.source() != AttributePlan.Source.PROGRAM) {
      calls.add(
          ".from(%s.Source.%s)"
              .formatted(part.imports().of("Column") + ".Attribute", column.source()));
    }
    column
        .defaultValue()
        .ifPresent(value ->
            calls.add(
                "%s(%s)"
                    .formatted(
                        value.isSql() ? ".withSqlDefault" : ".withDefault",
                        Literal.of(value.text()))));
    return calls;
  }

  /// The table of the root and its key, which the table of a subtype is joined to.
  String rootAndKey() {
    return Literal.of(part.plan().rootTable()) + ", " + keys();
  }

  /// The columns of the key.
  String keys() {
    return part.plan().columns().stream()
        .filter(AttributePlan.Column::key)
        .map(column -> Literal.of(column.column()))
        .collect(joining(", "));
  }

  /// The classes that hold the columns of embedded records.
  String holders() {
    var holders = new StringBuilder();
    part.plan().attributes().forEach(attribute -> holder(attribute, holders));
    return holders.toString();
  }

  private void holder(AttributePlan attribute, StringBuilder holders) {
    if (attribute instanceof AttributePlan.Embedded embedded) {
      var name = GeneratedNames.holder(embedded);
      holders.append(
          """

            /// The columns of `%s`.
            public static final class %s {
          %s
              private %s() {}
            }
          """
              .formatted(
                  embedded.path(),
                  name,
                  embedded.parts().stream()
                      .map(each -> member("    ", "public final", each))
                      .collect(joining()),
                  name));
      embedded.parts().forEach(each -> holder(each, holders));
    }
  }

  /// The constructor.
  String constructor() {
    var arguments = new ArrayList<String>();
    arguments.add(part.entity() + ".class");
    arguments.add(Literal.of(part.plan().table()));
    var hierarchy = part.plan().hierarchy();
    hierarchy.ifPresent(each -> arguments.add(Literal.of(each.column())));
    arguments.add(
        part.plan().columns().stream()
            .map(part.names()::reference)
            .collect(joining(", ", part.imports().of("List") + ".of(", ")")));
    if (hierarchy.isPresent() || !part.plan().associations().isEmpty()) {
      arguments.add(
          part.plan().associations().stream()
              .map(part.names()::association)
              .collect(joining(", ", part.imports().of("List") + ".of(", ")")));
    }
    hierarchy.ifPresent(each ->
        arguments.add(
            each.kinds().stream()
                .map(this::kind)
                .collect(joining(",\n            ", part.imports().of("List") + ".of(", ")"))));
    part.plan().constraints().stream().map(this::constraint).forEach(arguments::add);
    return """

      public %s() {
        super(
            %s);
      }
    """
        .formatted(
            part.plan().name().generated().simpleNames(), String.join(",\n        ", arguments));
  }

  /// The former names, where there are some.
  String renames() {
    if (part.plan().renames().isEmpty()) {
      return "";
    }
    return """

      @Override
      public %1$s<Renamed> renames() {
        return %1$s.of(
            %2$s);
      }
    """
        .formatted(
            part.imports().of("List"),
            part.plan().renames().stream()
                .map(ColumnsWriter::rename)
                .collect(joining(",\n        ")));
  }

  private static String rename(RenamePlan rename) {
    return "new Renamed(%s, %s, %s)"
        .formatted(
            Literal.of(rename.table()), Literal.of(rename.column()), Literal.of(rename.before()));
  }

  private String kind(HierarchyPlan.Kind kind) {
    return "new %s.Kind<>(%s, new %s())"
        .formatted(
            part.imports().of("HierarchyMapping"),
            Literal.of(kind.value()),
            part.imports().of(kind.type().generated()));
  }

  private String constraint(ConstraintPlan constraint) {
    var call = part.imports().of("EntityMapping") + ".Constraint";
    return switch (constraint) {
      case ConstraintPlan.Unique unique ->
          "%s.unique(%s, %s)"
              .formatted(call, Literal.of(unique.name()), references(unique.columns()));
      case ConstraintPlan.Index index when index.isPlain() ->
          "%s.index(%s, %s)".formatted(call, Literal.of(index.name()), references(index.columns()));
      case ConstraintPlan.Index index ->
          "%s.index(%s, %b, %s, %s)"
              .formatted(
                  call,
                  Literal.of(index.name()),
                  index.unique(),
                  Literal.of(index.where()),
                  references(index.columns()));
      case ConstraintPlan.Check check ->
          "%s.check(%s, %s)".formatted(call, Literal.of(check.name()), Literal.of(check.sql()));
      case ConstraintPlan.ForeignKey key ->
          "%s.references(%s, %s.%s, %b)"
              .formatted(
                  call,
                  part.names().association(key.association()),
                  part.imports().of("OnDelete"),
                  key.reference().onDelete(),
                  key.reference().deferred());
      case ConstraintPlan.Reference reference ->
          "%s.references(%s, %s.class, %s.%s, %b)"
              .formatted(
                  call,
                  part.names().reference(reference.column()),
                  part.imports().of(reference.target()),
                  part.imports().of("OnDelete"),
                  reference.onDelete(),
                  reference.deferred());
    };
  }

  private String references(List<AttributePlan.Column> columns) {
    return columns.stream().map(part.names()::reference).collect(joining(", "));
  }
}
