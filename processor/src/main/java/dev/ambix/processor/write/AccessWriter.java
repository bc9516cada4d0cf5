package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.check.AssociationPlan;
import dev.ambix.processor.check.AttributePlan;
import dev.ambix.processor.check.AttributePlan.Column;
import dev.ambix.processor.check.AttributePlan.Embedded;
import dev.ambix.processor.check.AttributePlan.Stored;

/// Writes how attributes are read from a row, and asked for and set one by one.
record AccessWriter(Part part) {
  String read() {
    return """

      @Override
      public void read(%s entity, %s row, int first) {
    %s  }
    """
        .formatted(
            part.entity(),
            part.imports().of("Row"),
            part.plan().attributes().stream().map(this::read).collect(joining()));
  }

  private String read(AttributePlan attribute) {
    return switch (attribute) {
      case AssociationPlan association -> new AssociationWriter(part).read(association);
      case Stored stored ->
          "    %s.set(entity, %s);\n".formatted(part.names().handle(stored), fromRow(stored));
    };
  }

  private String fromRow(Stored attribute) {
    return switch (attribute) {
      case Column column ->
          part.values()
              .fromRow(
                  column.type(),
                  column.value(),
                  part.names().reference(column),
                  Part.index("first", column.index()));
      case Embedded embedded ->
          "%sFrom(row, %s)"
              .formatted(
                  part.names().stem(embedded),
                  Part.index("first", EmbeddedWriter.firstIndex(embedded)));
    };
  }

  String get() {
    return """

      @Override
      public %s get(%s entity, int column) {
        return switch (column) {
    %s      default -> throw new IndexOutOfBoundsException(column);
        };
      }
    """
        .formatted(
            part.nullable("Object"),
            part.entity(),
            part.plan().attributes().stream().map(this::get).collect(joining()));
  }

  private String get(AttributePlan attribute) {
    return switch (attribute) {
      case AssociationPlan association -> new AssociationWriter(part).get(association);
      case Column column ->
          "      case %d -> %s;\n"
              .formatted(
                  column.index(),
                  part.values().toColumn(column, part.names().reference(column), field(column)));
      case Embedded embedded ->
          "      case %s -> %2$sValue(%2$sOf(entity), column);\n"
              .formatted(EmbeddedWriter.indexes(embedded), part.names().stem(embedded));
    };
  }

  /// The field of an attribute as an expression.
  private String field(AttributePlan attribute) {
    return "(%s) %s.get(entity)"
        .formatted(part.imports().of(attribute.type()), part.names().handle(attribute));
  }

  String set() {
    return """

      @Override
      public void set(%s entity, int column, %s value) {
        switch (column) {
    %s      default -> throw new IndexOutOfBoundsException(column);
        }
      }
    """
        .formatted(
            part.entity(),
            part.nullable("Object"),
            part.plan().attributes().stream().map(this::set).collect(joining()));
  }

  private String set(AttributePlan attribute) {
    var handle = part.names().handle(attribute);
    return switch (attribute) {
      case AssociationPlan association -> new AssociationWriter(part).set(association);
      case Column column ->
          "      case %d -> %s"
              .formatted(
                  column.index(),
                  part.values().setFromColumn("      ", handle, column, "value").stripLeading());
      case Embedded embedded ->
          "      case %s -> %s.set(entity, %3$sWith(%3$sOf(entity), column, value));\n"
              .formatted(EmbeddedWriter.indexes(embedded), handle, part.names().stem(embedded));
    };
  }
}
