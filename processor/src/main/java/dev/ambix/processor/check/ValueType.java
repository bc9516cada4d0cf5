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

  /// What a converter makes of another type.
  record Converted(TypeName converter, JavaType attribute, ValueType column) implements ValueType {}

  /// Whether a column of this type is asked for its order.
  default Operators operators() {
    return switch (this) {
      case Plain plain -> operators(plain.scalar());
      case Varchar _ -> Operators.TEXT;
      case Decimal _, AnyDecimal _, Whole _ -> Operators.NUMBER;
      case Enumeration _ -> Operators.ORDERED;
      case Converted converted ->
          converted.column().operators() == Operators.VALUE ? Operators.VALUE : Operators.ORDERED;
    };
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
    VALUE
  }
}
