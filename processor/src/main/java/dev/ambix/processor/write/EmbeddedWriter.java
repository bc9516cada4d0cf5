package dev.ambix.processor.write;

import static java.util.stream.Collectors.joining;

import dev.ambix.processor.check.AttributePlan;
import dev.ambix.processor.check.AttributePlan.Column;
import dev.ambix.processor.check.AttributePlan.Embedded;
import dev.ambix.processor.check.AttributePlan.Stored;
import java.util.List;
import java.util.function.Function;

/// Writes the methods that take embedded records apart and put them together. A record that is null
/// counts as one whose columns are all NULL.
///
/// @param columns how the methods name a column
record EmbeddedWriter(Part part, Function<Column, String> columns) {
  static int firstIndex(Embedded embedded) {
    return embedded.columns().mapToInt(Column::index).min().orElseThrow();
  }

  static String indexes(Embedded embedded) {
    return embedded.columns().map(each -> Integer.toString(each.index())).collect(joining(", "));
  }

  /// All methods for the embedded records among these attributes.
  String methods(List<? extends AttributePlan> attributes) {
    return attributes.stream()
        .filter(Embedded.class::isInstance)
        .map(Embedded.class::cast)
        .map(each -> of(each) + all(each))
        .collect(joining());
  }

  private String all(Embedded embedded) {
    var inside =
        embedded.parts().stream()
            .filter(Embedded.class::isInstance)
            .map(Embedded.class::cast)
            .map(this::all)
            .collect(joining());
    return from(embedded) + value(embedded) + with(embedded) + changes(embedded) + inside;
  }

  /// The methods that only read records from rows.
  String readers(List<? extends AttributePlan> attributes) {
    return attributes.stream()
        .filter(Embedded.class::isInstance)
        .map(Embedded.class::cast)
        .map(each -> from(each) + readers(each.parts()))
        .collect(joining());
  }

  private String type(Embedded embedded) {
    return part.imports().of(embedded.recordName());
  }

  private String of(Embedded embedded) {
    return """

      private static %s %sOf(%s entity) {
        return (%s) %s.get(entity);
      }
    """
        .formatted(
            part.nullable(type(embedded)),
            part.names().stem(embedded),
            part.entity(),
            type(embedded),
            part.names().handle(embedded));
  }

  private String value(Embedded embedded) {
    return """

      private static %s %sValue(%s part, int column) {
        if (part == null) {
          return null;
        }
        return switch (column) {
    %s      default -> throw new IndexOutOfBoundsException(column);
        };
      }
    """
        .formatted(
            part.nullable("Object"),
            part.names().stem(embedded),
            part.nullable(type(embedded)),
            embedded.parts().stream().map(this::value).collect(joining()));
  }

  private String value(Stored attribute) {
    var accessor = "part." + attribute.name() + "()";
    return switch (attribute) {
      case Column column ->
          "      case %d -> %s;\n"
              .formatted(
                  column.index(), part.values().toColumn(column, columns.apply(column), accessor));
      case Embedded embedded ->
          "      case %s -> %sValue(%s, column);\n"
              .formatted(indexes(embedded), part.names().stem(embedded), accessor);
    };
  }

  private String from(Embedded embedded) {
    int first = firstIndex(embedded);
    var arguments =
        embedded.parts().stream().map(each -> fromRow(each, first)).collect(joining(ARGUMENTS));
    return """

    %s  private static %s %sFrom(%s row, int first) {
    %s    return new %s(
            %s);
      }
    """
        .formatted(
            suppression(embedded.parts()),
            embedded.nullable() ? part.nullable(type(embedded)) : type(embedded),
            part.names().stem(embedded),
            part.imports().of("Row"),
            embedded.nullable() ? nullGuard(embedded, first) : "",
            type(embedded),
            arguments);
  }

  private static final String ARGUMENTS = ",\n        ";

  private static String nullGuard(Embedded embedded, int first) {
    return "    if (%s) {\n      return null;\n    }\n"
        .formatted(
            embedded
                .columns()
                .map(each -> "row.isNull(%s)".formatted(Part.index("first", each.index() - first)))
                .collect(joining("\n        && ")));
  }

  private String fromRow(Stored attribute, int first) {
    return switch (attribute) {
      case Column column ->
          part.values()
              .fromRow(
                  column.type(),
                  column.value(),
                  columns.apply(column),
                  Part.index("first", column.index() - first));
      case Embedded embedded ->
          "%sFrom(row, %s)"
              .formatted(
                  part.names().stem(embedded), Part.index("first", firstIndex(embedded) - first));
    };
  }

  /// The row may hold a NULL where the record expects none; the record says so then.
  String suppression(List<? extends AttributePlan> parts) {
    var needed =
        part.surroundings().jspecify()
            && parts.stream().anyMatch(each -> !each.nullable() && !each.type().isPrimitive());
    return needed ? "  @SuppressWarnings(\"NullAway\") // the schema keeps NULL out\n" : "";
  }

  private String with(Embedded embedded) {
    return """

    %s  private static %s %sWith(
          %s old, int column, %s value) {
        return new %2$s(
            %6$s);
      }
    """
        .formatted(
            suppression(embedded.parts()),
            type(embedded),
            part.names().stem(embedded),
            part.nullable(type(embedded)),
            part.nullable("Object"),
            embedded.parts().stream().map(this::with).collect(joining(ARGUMENTS)));
  }

  private String with(Stored attribute) {
    var old = "old == null ? %s : old.%s()".formatted(absent(attribute), attribute.name());
    return switch (attribute) {
      case Column column -> {
        var value = fromColumn(column);
        yield "column == %d ? %s : %s"
            .formatted(column.index(), value.contains(" ? ") ? "(" + value + ")" : value, old);
      }
      case Embedded embedded ->
          "column >= %d && column <= %d ? %sWith(%s, column, value) : %4$s"
              .formatted(
                  firstIndex(embedded),
                  embedded.columns().mapToInt(Column::index).max().orElseThrow(),
                  part.names().stem(embedded),
                  old);
    };
  }

  /// In a record that may be null, a primitive stands for NULL as the zero of its type.
  private String fromColumn(Column column) {
    return column.columnNullable() && column.type().isPrimitive()
        ? "value == null ? %s : %s"
            .formatted(absent(column), part.values().fromColumn(column, "value"))
        : part.values().fromColumn(column, "value");
  }

  private static String absent(AttributePlan attribute) {
    if (!attribute.type().isPrimitive()) {
      return "null";
    }
    return attribute.type().toString().equals("boolean") ? "false" : "0";
  }

  private String changes(Embedded embedded) {
    return """

      private static void %sChanges(
          %s before, %2$s now, %s changed) {
    %s  }
    """
        .formatted(
            part.names().stem(embedded),
            part.nullable(type(embedded)),
            part.imports().of("BitSet"),
            embedded.parts().stream().map(this::change).collect(joining()));
  }

  private String change(Stored attribute) {
    var before = "before == null ? null : before.%s()".formatted(attribute.name());
    var now = "now == null ? null : now.%s()".formatted(attribute.name());
    return switch (attribute) {
      case Column column ->
          SnapshotWriter.change(part, column, columns.apply(column), before, now, false);
      case Embedded embedded ->
          "    %sChanges(\n        %s,\n        %s,\n        changed);\n"
              .formatted(part.names().stem(embedded), before, now);
    };
  }
}
