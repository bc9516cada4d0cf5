package dev.ambix.dialect;

import dev.ambix.error.UsageException;
import dev.ambix.schema.Default;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Writes the constant defaults of columns as SQL literals.
final class Literals {
  private Literals() {}

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /// @param column its name, for the error
  static String of(
      Default.Literal literal, String column, SqlType type, TableWriter.Tables tables) {
    try {
      return literal(literal.text(), type, tables);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new UsageException(
          "BadDefault",
          "column "
              + column
              + ": its default is no value of its type; got "
              + literal.text()
              + ", expected "
              + type
              + ". Correct the default.",
          e);
    }
  }

  private static String literal(String value, SqlType type, TableWriter.Tables tables) {
    return switch (type) {
      case SqlType.Bool _ -> tables.bool(bool(value));
      case SqlType.SmallInt _ -> Short.toString(Short.parseShort(value));
      case SqlType.Int _ -> Integer.toString(Integer.parseInt(value));
      case SqlType.BigInt _ -> Long.toString(Long.parseLong(value));
      case SqlType.Real _, SqlType.DoublePrecision _ -> new BigDecimal(value).toString();
      case SqlType.Numeric numeric -> tables.number(new BigDecimal(value), numeric);
      case SqlType.Varchar _, SqlType.Text _ -> text(value);
      case SqlType.Bytes _ ->
          tables.bytes(HexFormat.of().formatHex(HexFormat.of().parseHex(value)));
      case SqlType.Uuid _ -> text(UUID.fromString(value).toString());
      case SqlType.Date _ -> text(FixedTime.of(LocalDate.parse(value)));
      case SqlType.Time _ -> text(FixedTime.of(LocalTime.parse(value)));
      case SqlType.Timestamp _ -> text(FixedTime.of(LocalDateTime.parse(value)));
      case SqlType.TimestampTz _ -> text(FixedTime.of(OffsetDateTime.parse(value).toInstant()));
      case SqlType.Spelled _ -> text(value);
      case SqlType.Enumeration enumeration -> label(value, enumeration.labels());
      case SqlType.NativeEnum names -> label(value, names.labels());
      case SqlType.Json _, SqlType.Array _ ->
          throw new IllegalArgumentException("a type without constants");
    };
  }

  private static String label(String value, List<String> labels) {
    if (!labels.contains(value)) {
      throw new IllegalArgumentException("no such label");
    }
    return text(value);
  }

  private static boolean bool(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
