package dev.ambix.processor.write;

import dev.ambix.processor.check.AttributePlan.Column;
import dev.ambix.processor.check.JsonShape;
import dev.ambix.processor.check.Scalar;
import dev.ambix.processor.check.SnakeCase;
import dev.ambix.processor.check.ValueType;
import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.TypeName;
import java.util.Locale;

/// The expressions that move a value between a row, an attribute and a column. Each is of the exact
/// type of the attribute, since the handles of fields take no other.
///
/// @param imports the names of the class that they stand in
record Values(Imports imports) {
  /// The type as an expression: `Type.LONG`.
  String type(ValueType type) {
    return switch (type) {
      case ValueType.Plain plain -> imports.of("Type") + "." + plain.scalar().name();
      case ValueType.Varchar varchar ->
          "%s.varchar(%d)".formatted(imports.of("Type"), varchar.length());
      case ValueType.Decimal decimal ->
          "%s.decimal(%d, %d)".formatted(imports.of("Type"), decimal.precision(), decimal.scale());
      case ValueType.Whole whole ->
          "%s.integer(%d)".formatted(imports.of("Type"), whole.precision());
      case ValueType.Enumeration enumeration ->
          "%s.enumeration(%s.class)".formatted(imports.of("Type"), imports.of(enumeration.type()));
      case ValueType.NativeEnum names ->
          "%s.nativeEnum(%s.class, %s)"
              .formatted(imports.of("Type"), imports.of(names.type()), Literal.of(names.name()));
      case ValueType.Many many -> "%s.list(%s)".formatted(imports.of("Type"), type(many.element()));
      case ValueType.Json json -> "%s.json(%s)".formatted(imports.of("Type"), json(json.shape()));
      case ValueType.Converted converted ->
          "%s.converted(%s, new %s(), %s)"
              .formatted(
                  imports.of("Type"),
                  literal(converted.attribute()),
                  imports.of(converted.converter()),
                  type(converted.column()));
      case ValueType.AnyDecimal _ -> throw new IllegalArgumentException("a decimal without a size");
    };
  }

  /// How a value stands in JSON, as an expression: `JsonType.of(Type.LONG)`.
  String json(JsonShape shape) {
    return switch (shape) {
      case JsonShape.Scalar(ValueType.AnyDecimal _) -> imports.of("JsonType") + ".DECIMAL";
      case JsonShape.Scalar scalar ->
          "%s.of(%s)".formatted(imports.of("JsonType"), type(scalar.type()));
      case JsonShape.Items items ->
          "%s.list(%s)".formatted(imports.of("JsonType"), json(items.element()));
      case JsonShape.Properties properties ->
          "%s.map(%s)".formatted(imports.of("JsonType"), json(properties.value()));
      case JsonShape.Parts parts -> jsonConstant(parts.type());
    };
  }

  /// The constant that says how a record stands in JSON.
  String jsonConstant(TypeName record) {
    var name = record.simpleNames().replace(".", "");
    var snake = SnakeCase.of(Character.toLowerCase(name.charAt(0)) + name.substring(1));
    return "JsonTypes." + snake.toUpperCase(Locale.ROOT);
  }

  /// The class literal of a type, cast where it is generic.
  private String literal(JavaType type) {
    return type.isGeneric()
        ? "(Class<%s>) (Class<?>) %s".formatted(imports.of(type), imports.literal(type))
        : imports.literal(type);
  }

  /// The attribute value in a column of the row.
  ///
  /// @param reader what reads a value that a row has no method for, such as a column
  /// @param index an expression for the position in the row
  String fromRow(JavaType java, ValueType type, String reader, String index) {
    if (needsReader(java, type)) {
      var read = "%s.read(row, %s)".formatted(reader, index);
      return java.isPrimitive()
          ? "(%s) %s.requireNonNull(%s)".formatted(imports.of(java), imports.of("Objects"), read)
          : read;
    }
    return "%srow.%s(%s)".formatted(narrowing(type), getter(type), index);
  }

  /// Whether a row has no method that reads this type as it is.
  static boolean needsReader(JavaType java, ValueType type) {
    return getter(type).isEmpty() || (isPrimitiveInRow(type) && !java.isPrimitive());
  }

  /// Whether a row gives values of this column as a primitive.
  private static boolean isPrimitiveInRow(ValueType type) {
    return type instanceof ValueType.Plain plain
        && (plain.scalar() == Scalar.BOOLEAN || plain.scalar().isNumber());
  }

  private static String narrowing(ValueType type) {
    return switch (type) {
      case ValueType.Plain(Scalar scalar) when scalar == Scalar.BYTE -> "(byte) ";
      case ValueType.Plain(Scalar scalar) when scalar == Scalar.SHORT -> "(short) ";
      default -> "";
    };
  }

  private static String getter(ValueType type) {
    return switch (type) {
      case ValueType.Plain plain -> getter(plain.scalar());
      case ValueType.Varchar _ -> "getString";
      case ValueType.AnyDecimal _ -> "getBigDecimal";
      case ValueType.Decimal _,
          ValueType.Whole _,
          ValueType.Enumeration _,
          ValueType.NativeEnum _,
          ValueType.Many _,
          ValueType.Json _,
          ValueType.Converted _ ->
          "";
    };
  }

  private static String getter(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> "getBoolean";
      case BYTE, SHORT, INTEGER -> "getInt";
      case LONG -> "getLong";
      case FLOAT -> "getFloat";
      case DOUBLE -> "getDouble";
      case TEXT -> "getString";
      case BYTES -> "getBytes";
      case UUID -> "getUuid";
      case INSTANT -> "getInstant";
      case LOCAL_DATE -> "getLocalDate";
      case LOCAL_TIME -> "getLocalTime";
      case LOCAL_DATE_TIME -> "getLocalDateTime";
      case DURATION,
          CHARACTER,
          YEAR,
          YEAR_MONTH,
          MONTH_DAY,
          PERIOD,
          ZONE_ID,
          ZONE_OFFSET,
          CURRENCY,
          LOCALE,
          URI ->
          "";
    };
  }

  /// The column value of an attribute value.
  ///
  /// @param reference the column
  String toColumn(Column column, String reference, String attribute) {
    if (isColumnValue(column.value())) {
      return attribute;
    }
    var narrow = !narrowing(column.value()).isEmpty() && column.type().isPrimitive();
    return narrow ? "(int) " + attribute : "%s.type().toColumn(%s)".formatted(reference, attribute);
  }

  /// Whether a value of the attribute is a column value as it is.
  static boolean isColumnValue(ValueType type) {
    return switch (type) {
      case ValueType.Plain plain ->
          switch (plain.scalar()) {
            case BOOLEAN, INTEGER, LONG, FLOAT, DOUBLE, TEXT, BYTES, UUID, LOCAL_DATE -> true;
            case BYTE,
                SHORT,
                INSTANT,
                LOCAL_TIME,
                LOCAL_DATE_TIME,
                DURATION,
                CHARACTER,
                YEAR,
                YEAR_MONTH,
                MONTH_DAY,
                PERIOD,
                ZONE_ID,
                ZONE_OFFSET,
                CURRENCY,
                LOCALE,
                URI ->
                false;
          };
      case ValueType.Varchar _ -> true;
      case ValueType.Decimal _,
          ValueType.AnyDecimal _,
          ValueType.Whole _,
          ValueType.Enumeration _,
          ValueType.NativeEnum _,
          ValueType.Many _,
          ValueType.Json _,
          ValueType.Converted _ ->
          false;
    };
  }

  /// The statements that set a field to the attribute value of a column value. A handle takes no
  /// conditional expression, whose type as an argument would be `Object`.
  String setFromColumn(String indent, String handle, Column column, String value) {
    var attribute = fromColumn(column, value);
    return attribute.contains(" ? ")
        ? """
        %1$s{
        %1$s  %2$s attribute = %3$s;
        %1$s  %4$s.set(entity, attribute);
        %1$s}
        """
            .formatted(indent, imports.of(column.type()), attribute, handle)
        : "%s%s.set(entity, %s);\n".formatted(indent, handle, attribute);
  }

  /// The attribute value of a column value.
  String fromColumn(Column column, String value) {
    return column.type().isPrimitive()
        ? primitive(column, "%s.requireNonNull(%s)".formatted(imports.of("Objects"), value))
        : nullable(column.value(), value);
  }

  private String primitive(Column column, String value) {
    var cast = "(%s) ".formatted(imports.of(column.type()));
    return column.value() instanceof ValueType.Converted
            || column.value().equals(new ValueType.Plain(Scalar.CHARACTER))
        ? cast + present(column.value(), value)
        : narrowing(column.value()).isEmpty() ? cast + value : cast + "(int) " + value;
  }

  private String nullable(ValueType type, String value) {
    var converted = present(type, value);
    return converted.equals(cast(type) + value)
        ? converted
        : "%s == null ? null : %s".formatted(value, converted);
  }

  /// The attribute value of a column value that is not null.
  private String present(ValueType type, String value) {
    return switch (type) {
      case ValueType.Plain plain when plain.scalar().isConverted() ->
          "%s.fromColumn(%s)".formatted(type(type), value);
      case ValueType.Plain plain when plain.scalar() == Scalar.BYTE -> "(byte) (int) " + value;
      case ValueType.Plain plain when plain.scalar() == Scalar.SHORT -> "(short) (int) " + value;
      case ValueType.Whole _, ValueType.Many _, ValueType.Json _ ->
          "%s.fromColumn(%s)".formatted(type(type), value);
      case ValueType.NativeEnum names ->
          "%s.valueOf((String) %s)".formatted(imports.of(names.type()), value);
      case ValueType.Enumeration enumeration ->
          "%s.valueOf((String) %s)".formatted(imports.of(enumeration.type()), value);
      case ValueType.Converted converted ->
          "new %s().toAttribute(%s)"
              .formatted(imports.of(converted.converter()), present(converted.column(), value));
      case ValueType.Plain _, ValueType.Varchar _, ValueType.Decimal _, ValueType.AnyDecimal _ ->
          cast(type) + value;
    };
  }

  private String cast(ValueType type) {
    return switch (type) {
      case ValueType.Plain plain when plain.scalar().isConverted() -> "";
      case ValueType.Plain plain -> "(%s) ".formatted(imports.of(plain.scalar().javaType()));
      case ValueType.Varchar _ -> "(String) ";
      case ValueType.Decimal _, ValueType.AnyDecimal _ ->
          "(%s) ".formatted(imports.of(JavaType.named("java.math.BigDecimal")));
      case ValueType.Whole _,
          ValueType.Enumeration _,
          ValueType.NativeEnum _,
          ValueType.Many _,
          ValueType.Json _,
          ValueType.Converted _ ->
          "";
    };
  }
}
