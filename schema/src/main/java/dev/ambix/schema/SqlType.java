package dev.ambix.schema;

import java.util.List;

/// The type of a column, in the terms of the SQL standard. A dialect turns it into the engine's own
/// spelling and storage; an engine that has no such type documents what it uses instead.
public sealed interface SqlType {
  /// A truth value.
  record Bool() implements SqlType {}

  /// A signed integer of 16 bits.
  record SmallInt() implements SqlType {}

  /// A signed integer of 32 bits.
  record Int() implements SqlType {}

  /// A signed integer of 64 bits.
  record BigInt() implements SqlType {}

  /// An IEEE 754 number of 32 bits.
  record Real() implements SqlType {}

  /// An IEEE 754 number of 64 bits.
  record DoublePrecision() implements SqlType {}

  /// An exact decimal number.
  ///
  /// @param precision the number of significant digits, 1 to 1000
  /// @param scale the number of digits after the point, 0 to `precision`
  record Numeric(int precision, int scale) implements SqlType {
    public Numeric {
      if (precision < 1 || precision > 1000 || scale < 0 || scale > precision) {
        throw new IllegalArgumentException(
            "numeric("
                + precision
                + ", "
                + scale
                + "): expected 1 <= precision <= 1000, 0 <= scale <= precision");
      }
    }
  }

  /// Text of at most `length` code points.
  ///
  /// @param length the limit in Unicode code points, at least 1
  record Varchar(int length) implements SqlType {
    public Varchar {
      if (length < 1) {
        throw new IllegalArgumentException(
            "varchar(" + length + "): expected a length of at least 1");
      }
    }
  }

  /// Text of any length.
  record Text() implements SqlType {}

  /// A string of bytes.
  record Bytes() implements SqlType {}

  /// A UUID (RFC 9562).
  record Uuid() implements SqlType {}

  /// A calendar date.
  record Date() implements SqlType {}

  /// A time of day, to the microsecond.
  record Time() implements SqlType {}

  /// A date and time without a zone, to the microsecond.
  record Timestamp() implements SqlType {}

  /// A point on the time line, to the microsecond.
  record TimestampTz() implements SqlType {}

  /// JSON; text where the engine has no type for it.
  record Json() implements SqlType {}

  /// A list of values of one type; a JSON array where the engine has no arrays.
  ///
  /// @param element the type of its values: numbers, truth values, texts, UUIDs or names
  record Array(SqlType element) implements SqlType {}

  /// One of a closed list of names, as a type of the database's own; where the engine has none, as
  /// an [Enumeration].
  ///
  /// @param name the name of the type
  /// @param labels the names, in order
  record NativeEnum(String name, List<String> labels) implements SqlType {
    public NativeEnum {
      labels = List.copyOf(labels);
      if (name.isEmpty() || labels.isEmpty()) {
        throw new IllegalArgumentException("enum: expected a name and at least one label");
      }
    }
  }

  /// One of a closed list of names, stored as text that a CHECK guards.
  ///
  /// @param labels the names, in the order of their declaration
  record Enumeration(List<String> labels) implements SqlType {
    public Enumeration {
      labels = List.copyOf(labels);
      if (labels.isEmpty()) {
        throw new IllegalArgumentException("enumeration: expected at least one label");
      }
    }
  }

  /// A type as an engine spells it, which is what a catalog says. No value of a program has it.
  ///
  /// @param sql the type, with its collation where that is not the usual one
  record Spelled(String sql) implements SqlType {}
}
