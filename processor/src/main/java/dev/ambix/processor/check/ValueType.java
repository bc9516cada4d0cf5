package dev.ambix.processor.check;

import dev.ambix.processor.read.JavaType;
import dev.ambix.processor.read.TypeName;
import java.util.List;

/// How values stand in a column: a `dev.ambix.type.Type` before it is written down.
public sealed interface ValueType {
  /// A type that needs no further word.
  record Plain(Scalar scalar) implements ValueType {}

  /// Text of limited length.
  record Varchar(int length) implements ValueType {}

  /// An exact decimal number.
  record Decimal(int precision, int scale) implements ValueType {}

  /// A whole number of so many digits.
  record Whole(int precision) implements ValueType {}

  /// An exact decimal number of any size, which only a result has.
  record AnyDecimal() implements ValueType {}

  /// An enum, by the names of its constants.
  record Enumeration(TypeName type, List<String> constants) implements ValueType {
    public Enumeration {
      constants = List.copyOf(constants);
    }
  }

  /// An enum, as a type of the database's own.
  ///
  /// @param name the name of that type
  record NativeEnum(TypeName type, List<String> constants, String name) implements ValueType {
    public NativeEnum {
      constants = List.copyOf(constants);
    }
  }

  /// A list, as an array of the database.
  record Many(ValueType element) implements ValueType {}

  /// A value that stands in JSON.
  ///
  /// @param type its type
  record Json(JavaType type, JsonShape shape) implements ValueType {}

  /// What a converter makes of another type.
  record Converted(TypeName converter, JavaType attribute, ValueType column) implements ValueType {}

  /// Whether a column of this type is asked for its order.
  default Operators operators() {
    return switch (this) {
      case Plain plain -> operators(plain.scalar());
      case Varchar _ -> Operators.TEXT;
      case Decimal _, AnyDecimal _, Whole _ -> Operators.NUMBER;
      case Enumeration _, NativeEnum _ -> Operators.ORDERED;
      case Many _ -> Operators.MANY;
      case Json _ -> Operators.JSON;
      case Converted converted ->
          converted.column().operators().hasOrder() ? Operators.ORDERED : Operators.VALUE;
    };
  }

  /// Whether the attribute is an object that may be changed in place, and that only its column
  /// value tells.
  default boolean isKeptAsColumnValue() {
    return this instanceof Converted || this instanceof Many || this instanceof Json;
  }

  /// Whether JSON of it takes components apart whose types are generic.
  default boolean hasGenericParts() {
    return this instanceof Json json
        && json.shape()
            .records()
            .anyMatch(each -> each.parts().stream().anyMatch(part -> part.type().isGeneric()));
  }

  private static Operators operators(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN, BYTES, PERIOD, ZONE_ID, ZONE_OFFSET, CURRENCY, LOCALE, URI -> Operators.VALUE;
      case TEXT -> Operators.TEXT;
      case BYTE, SHORT, INTEGER, LONG, FLOAT, DOUBLE -> Operators.NUMBER;
      case UUID,
          INSTANT,
          LOCAL_DATE,
          LOCAL_TIME,
          LOCAL_DATE_TIME,
          DURATION,
          CHARACTER,
          YEAR,
          YEAR_MONTH,
          MONTH_DAY ->
          Operators.ORDERED;
    };
  }

  /// The operators of a column, which make its kind.
  enum Operators {
    NUMBER,
    TEXT,
    ORDERED,
    VALUE,
    MANY,
    JSON;

    private boolean hasOrder() {
      return compareTo(VALUE) < 0;
    }
  }
}
