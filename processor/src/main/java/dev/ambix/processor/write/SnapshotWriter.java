package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.check.AssociationPlan;
import dev.ambix.processor.check.AttributePlan;
import dev.ambix.processor.check.AttributePlan.Column;
import dev.ambix.processor.check.AttributePlan.Embedded;
import dev.ambix.processor.check.AttributePlan.Stored;
import dev.ambix.processor.check.Scalar;
import dev.ambix.processor.check.ValueType;

/// Writes the snapshot of an entity, the comparison with it and the way back. What a converter
/// makes, a list and JSON are kept as their column values, since the attribute itself may be
/// changed in place; so may bytes, which are copied.
record SnapshotWriter(Part part) {
  String methods() {
    var changes = part.plan().attributes().stream().map(this::change).collect(joining());
    var restore = part.plan().attributes().stream().map(this::restore).collect(joining());
    return """

      @Override
      public Object snapshot(%s entity) {
        return new Snapshot(entity);
      }

      @Override
      public void changes(%1$s entity, Object snapshot, %s changed) {
        var before = (Snapshot) snapshot;
    %s  }

      @Override
      public void restore(%1$s entity, Object snapshot) {
        var before = (Snapshot) snapshot;
    %4$s  }
    """
        .formatted(part.entity(), part.imports().of("BitSet"), changes, restore);
  }

  private String change(AttributePlan attribute) {
    return switch (attribute) {
      case AssociationPlan association -> associations().change(association);
      case Stored stored -> change(stored);
    };
  }

  private AssociationWriter associations() {
    return new AssociationWriter(part);
  }

  private String change(Stored attribute) {
    var before = "before." + attribute.name();
    var now =
        "(%s) %s.get(entity)"
            .formatted(part.imports().of(attribute.type()), part.names().handle(attribute));
    return switch (attribute) {
      case Column column when column.value().isKeptAsColumnValue() -> {
        var reference = part.names().reference(column);
        yield ifChanged(
            column,
            "!%s.deepEquals(%s, %s)"
                .formatted(
                    part.imports().of("Objects"),
                    before,
                    part.values().toColumn(column, reference, now)));
      }
      case Column column -> change(part, column, part.names().reference(column), before, now, true);
      case Embedded embedded ->
          "    %sChanges(%s, %1$sOf(entity), changed);\n"
              .formatted(part.names().stem(embedded), before);
    };
  }

  /// The statement that marks a column as changed when its value before and its value now differ.
  ///
  /// @param exact whether both values have the type of the attribute; otherwise they are boxed
  static String change(
      Part part, Column column, String reference, String before, String now, boolean exact) {
    return ifChanged(
        column,
        exact && column.type().isPrimitive()
            ? primitivesDiffer(column, before, now)
            : objectsDiffer(part, column, reference, before, now));
  }

  private static String primitivesDiffer(Column column, String before, String now) {
    return switch (column.type().toString()) {
      case "float" -> "Float.compare(%s, %s) != 0".formatted(before, now);
      case "double" -> "Double.compare(%s, %s) != 0".formatted(before, now);
      default -> "%s != %s".formatted(before, now);
    };
  }

  private static String objectsDiffer(
      Part part, Column column, String reference, String before, String now) {
    if (column.value().equals(new ValueType.Plain(Scalar.BYTES))) {
      return "!%s.equals(%s, %s)".formatted(part.imports().of("Arrays"), before, now);
    }
    return isComparedAsItIs(column.value())
        ? "!%s.equals(%s, %s)".formatted(part.imports().of("Objects"), before, now)
        : "differs(%s, %s, %s)".formatted(reference, before, now);
  }

  /// Whether attributes that differ are different in the column too.
  private static boolean isComparedAsItIs(ValueType type) {
    return Values.isColumnValue(type)
        || type instanceof ValueType.Enumeration
        || type instanceof ValueType.NativeEnum
        || (type instanceof ValueType.Plain plain && plain.scalar().isNumber());
  }

  private static String ifChanged(Column column, String condition) {
    return "    if (%s) {\n      changed.set(%d);\n    }\n".formatted(condition, column.index());
  }

  private String restore(AttributePlan attribute) {
    var before = "before." + attribute.name();
    var handle = part.names().handle(attribute);
    return switch (attribute) {
      case AssociationPlan association -> associations().restore(association);
      case Column column when column.value().isKeptAsColumnValue() ->
          part.values().setFromColumn("    ", handle, column, before);
      case Column column when isBytes(column) ->
          "    %s.set(entity, copy(%s));\n".formatted(handle, before);
      case Column _, Embedded _ -> "    %s.set(entity, %s);\n".formatted(handle, before);
    };
  }

  private static boolean isBytes(Column column) {
    return column.value().equals(new ValueType.Plain(Scalar.BYTES));
  }

  /// The class of the snapshot.
  String type() {
    var fields = part.plan().attributes().stream().map(this::field).collect(joining());
    var sets = part.plan().attributes().stream().map(this::copy).collect(joining());
    return """

      private static final class Snapshot {
    %s
        Snapshot(%s entity) {
    %s    }
      }
    """
        .formatted(fields, part.entity(), sets);
  }

  private String field(AttributePlan attribute) {
    return switch (attribute) {
      case AssociationPlan association -> associations().snapshotField(association);
      case Stored stored -> field(stored);
    };
  }

  private String field(Stored attribute) {
    var type = part.imports().of(attribute.type());
    var declared =
        switch (attribute) {
          case Column column when column.value().isKeptAsColumnValue() -> part.nullable("Object");
          case Column column when column.nullable() || isBytes(column) -> part.nullable(type);
          case Column _ -> type;
          case Embedded _ -> part.nullable(type);
        };
    return "    final %s %s;\n".formatted(declared, attribute.name());
  }

  private String copy(AttributePlan attribute) {
    return switch (attribute) {
      case AssociationPlan association -> associations().snapshotCopy(association);
      case Stored stored -> copy(stored);
    };
  }

  private String copy(Stored attribute) {
    var value =
        "(%s) %s.get(entity)"
            .formatted(part.imports().of(attribute.type()), part.names().handle(attribute));
    return switch (attribute) {
      case Column column when column.value().isKeptAsColumnValue() ->
          "      this.%s = %s;\n"
              .formatted(
                  column.name(),
                  part.values().toColumn(column, part.names().qualified(column), value));
      case Column column when isBytes(column) ->
          "      this.%s = copy(%s);\n".formatted(column.name(), value);
      case Column _, Embedded _ -> "      this.%s = %s;\n".formatted(attribute.name(), value);
    };
  }
}
