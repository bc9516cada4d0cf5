package dev.ambix.type;

import dev.ambix.error.UsageException;
import dev.ambix.json.JsonText;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Column values in JSON. Times have a fixed width, so that the order of their texts is theirs.
final class JsonScalars {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private JsonScalars() {}

  static void write(StringBuilder out, Object value) {
    switch (value) {
      case Boolean bool -> out.append(bool.booleanValue());
      case Float number -> finite(out, number, Float.isFinite(number));
      case Double number -> finite(out, number, Double.isFinite(number));
      case BigDecimal number -> decimal(out, number);
      case Number number -> out.append(number);
      case String text -> text(out, text);
      case byte[] bytes -> JsonText.quote(out, Base64.getEncoder().encodeToString(bytes));
      case Instant instant ->
          time(out, INSTANT, instant, instant.atOffset(ZoneOffset.UTC).getYear());
      case LocalDate date -> time(out, DATE, date, date.getYear());
      case LocalTime time -> time(out, TIME, time, 0);
      case LocalDateTime time -> time(out, DATE_TIME, time, time.getYear());
      default -> JsonText.quote(out, value.toString());
    }
  }

  static void decimal(StringBuilder out, BigDecimal number) {
    Conversions.requireWritable(number);
    out.append(number.toPlainString());
  }

  private static void finite(StringBuilder out, Number number, boolean finite) {
    if (!finite) {
      throw Conversions.rejected("a number is not finite, which JSON cannot say");
    }
    out.append(number);
  }

  /// A text may hold U+0000 in JSON, but no engine reads that.
  private static void text(StringBuilder out, String text) {
    if (text.indexOf('\0') >= 0) {
      throw Conversions.rejected("a text holds U+0000, which databases cannot store");
    }
    JsonText.quote(out, text);
  }

  private static void time(
      StringBuilder out, DateTimeFormatter format, TemporalAccessor time, int year) {
    if (year < 0 || year > 9999) {
      throw Conversions.rejected("a date is out of range; expected a year from 0000 to 9999");
    }
    out.append('"').append(format.format(time)).append('"');
  }

  static BigDecimal decimal(Object json, String path) {
    return require(json, BigDecimal.class, path);
  }

  /// The column value of this type.
  static Object read(Object json, SqlType type, String path) {
    try {
      return switch (type) {
        case SqlType.Bool _ -> require(json, Boolean.class, path);
        case SqlType.SmallInt _, SqlType.Int _ -> decimal(json, path).intValueExact();
        case SqlType.BigInt _ -> decimal(json, path).longValueExact();
        case SqlType.Real _ -> decimal(json, path).floatValue();
        case SqlType.DoublePrecision _ -> decimal(json, path).doubleValue();
        case SqlType.Numeric _ -> decimal(json, path);
        case SqlType.Varchar _, SqlType.Text _, SqlType.Enumeration _, SqlType.NativeEnum _ ->
            text(json, path);
        case SqlType.Bytes _ -> Base64.getDecoder().decode(text(json, path));
        case SqlType.Uuid _ -> UUID.fromString(text(json, path));
        case SqlType.Date _ -> LocalDate.parse(text(json, path));
        case SqlType.Time _ -> LocalTime.parse(text(json, path));
        case SqlType.Timestamp _ -> LocalDateTime.parse(text(json, path));
        case SqlType.TimestampTz _ -> Instant.parse(text(json, path));
        case SqlType.Json _, SqlType.Array _, SqlType.Spelled _ ->
            throw new IllegalArgumentException("no scalar");
      };
    } catch (ArithmeticException | DateTimeException | IllegalArgumentException _) {
      throw mismatch(path, "what is none", "a value of its type");
    }
  }

  private static String text(Object json, String path) {
    return require(json, String.class, path);
  }

  static <T> T require(Object json, Class<T> type, String path) {
    if (!type.isInstance(json)) {
      throw mismatch(path, kind(json.getClass()), kind(type));
    }
    return type.cast(json);
  }

  private static String kind(Class<?> type) {
    if (Map.class.isAssignableFrom(type)) {
      return "an object";
    }
    if (List.class.isAssignableFrom(type)) {
      return "an array";
    }
    return type == String.class ? "a text" : type == Boolean.class ? "a truth value" : "a number";
  }

  static UsageException mismatch(String path, String got, String expected) {
    return new UsageException(
        "JsonMismatch",
        path
            + ": the JSON in a row does not fit; got "
            + got
            + ", expected "
            + expected
            + ". Make the component @Nullable if it may be missing, or correct the row.");
  }
}
