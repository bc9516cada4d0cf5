package dev.ambix.jdbc;

import dev.ambix.error.UsageException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/// Tells whether the value of a column can be read as what the program asks for. Both engines
/// convert more than anybody means: SQLite makes 0 of a text, and pgjdbc makes 1 of 1.9.
final class ColumnTypes {
  private static final double BEYOND_LONG = 0x1p63;

  private ColumnTypes() {}

  /// Whether a value of SQLite can be read as this class; texts of times and such are for the
  /// caller to parse.
  static boolean fits(Object value, Class<?> type) {
    if (type == Boolean.class) {
      return value.equals(0) || value.equals(1);
    }
    if (type == byte[].class) {
      return value instanceof byte[];
    }
    if (type == Float.class || type == Double.class) {
      return value instanceof Number;
    }
    if (type == Integer.class || type == Long.class) {
      return isWhole(value, type);
    }
    return value instanceof String || (type == BigDecimal.class && value instanceof Number);
  }

  /// Whether the value that pgjdbc has in this column can be read as this class.
  ///
  /// @param column counted from 1
  static boolean fits(ResultSet rows, int column, Class<?> type) throws SQLException {
    int stored = rows.getMetaData().getColumnType(column);
    if (type == Boolean.class) {
      return stored == Types.BIT || stored == Types.BOOLEAN;
    }
    if (type == byte[].class) {
      return stored == Types.BINARY;
    }
    if (type == UUID.class) {
      return stored == Types.OTHER;
    }
    if (type.getPackageName().equals("java.time")) {
      return isTime(rows, column, type, stored);
    }
    return switch (stored) {
      case Types.SMALLINT, Types.INTEGER -> true;
      case Types.BIGINT -> type != Integer.class || isWhole(rows.getLong(column), type);
      case Types.REAL, Types.DOUBLE -> !isInteger(type) || isWhole(rows.getDouble(column), type);
      case Types.NUMERIC -> !isInteger(type) || isWhole(rows.getBigDecimal(column), type);
      default -> false;
    };
  }

  /// A timestamp is one of two types, which the metadata do not tell apart.
  private static boolean isTime(ResultSet rows, int column, Class<?> type, int stored) {
    if (stored != Types.TIMESTAMP && stored != Types.TIMESTAMP_WITH_TIMEZONE) {
      return (type == LocalDate.class && stored == Types.DATE)
          || (type == LocalTime.class && stored == Types.TIME);
    }
    try {
      Class<?> read = type == Instant.class ? OffsetDateTime.class : type;
      rows.getObject(column, read);
      return true;
    } catch (SQLException _) {
      return false;
    }
  }

  private static boolean isInteger(Class<?> type) {
    return type == Integer.class || type == Long.class;
  }

  private static boolean isWhole(Object value, Class<?> type) {
    return switch (value) {
      case Integer _ -> true;
      case Long number -> type == Long.class || number == number.intValue();
      case Double number ->
          number == Math.rint(number)
              && Math.abs(number) < BEYOND_LONG
              && isWhole(number.longValue(), type);
      case BigDecimal number -> isWhole(number, type);
      default -> false;
    };
  }

  private static boolean isWhole(BigDecimal number, Class<?> type) {
    try {
      return isWhole((Object) number.longValueExact(), type);
    } catch (ArithmeticException _) {
      return false;
    }
  }

  /// The error for a value of SQLite.
  static UsageException mismatch(ResultSet rows, int column, Object value, Class<?> type)
      throws SQLException {
    return switch (value) {
      case Integer _, Long _ -> mismatch(rows, column, "an integer", type, "Long");
      case Double _ -> mismatch(rows, column, "a real", type, "Double");
      case byte[] _ -> mismatch(rows, column, "a blob", type, "byte[]");
      default -> mismatch(rows, column, "text", type, "String");
    };
  }

  /// The error for a column of PostgreSQL.
  static UsageException mismatch(ResultSet rows, int column, Class<?> type) throws SQLException {
    var meta = rows.getMetaData();
    return switch (meta.getColumnType(column)) {
      case Types.SMALLINT, Types.INTEGER -> mismatch(rows, column, "an integer", type, "Integer");
      case Types.BIGINT -> mismatch(rows, column, "a bigint", type, "Long");
      case Types.NUMERIC -> mismatch(rows, column, "a numeric", type, "BigDecimal");
      case Types.REAL, Types.DOUBLE -> mismatch(rows, column, "a float", type, "Double");
      case Types.BIT, Types.BOOLEAN -> mismatch(rows, column, "a boolean", type, "Boolean");
      case Types.BINARY -> mismatch(rows, column, "a bytea", type, "byte[]");
      case Types.DATE -> mismatch(rows, column, "a date", type, "LocalDate");
      case Types.TIME -> mismatch(rows, column, "a time", type, "LocalTime");
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          mismatch(
              rows, column, "a timestamp", type, "Instant if with time zone, else LocalDateTime");
      case Types.VARCHAR, Types.CHAR -> mismatch(rows, column, "text", type, "String");
      default -> mismatch(rows, column, "of another type", type, "String, or UUID of a uuid");
    };
  }

  private static UsageException mismatch(
      ResultSet rows, int column, String stored, Class<?> type, String expected)
      throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    return new UsageException(
        "ColumnType",
        "sql: the column "
            + meta.getColumnLabel(column)
            + " is "
            + stored
            + "; got "
            + type.getSimpleName()
            + ", expected "
            + expected
            + ". Read it as that, or cast it in the text.");
  }
}
