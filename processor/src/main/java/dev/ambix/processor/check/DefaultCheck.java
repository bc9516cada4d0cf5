package dev.ambix.processor.check;

import dev.ambix.processor.check.AttributePlan.DefaultPlan;
import dev.ambix.processor.read.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Checks that the default of a column is a value of its type.
final class DefaultCheck {
  private static final String ABSENT = "\0";

  private final Problems problems;

  DefaultCheck(Problems problems) {
    this.problems = problems;
  }

  Optional<DefaultPlan> check(Scope scope, Field field, ValueType type) {
    var annotation = field.annotation("Default");
    if (annotation.isEmpty()) {
      return Optional.empty();
    }
    var value = annotation.get().text("value");
    var sql = annotation.get().text("sql");
    if (value.equals(ABSENT) == sql.isBlank()) {
      problems.error(
          annotation.get().origin(),
          Code.InvalidDefault,
          scope.subject(field),
          "a default is a constant or an SQL expression; got %s, expected exactly one of `value` and `sql`. Keep one of them."
              .formatted(sql.isBlank() ? "neither" : "both"));
      return Optional.empty();
    }
    if (!sql.isBlank()) {
      return Optional.of(new DefaultPlan(sql, true));
    }
    try {
      return Optional.of(new DefaultPlan(literal(column(type), value), false));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
      problems.error(
          annotation.get().origin(),
          Code.InvalidDefault,
          scope.subject(field),
          "the column cannot hold its default; got \"%s\", expected %s. Correct the value, or use `sql`."
              .formatted(value, expected(column(type))));
      return Optional.empty();
    }
  }

  private static ValueType column(ValueType type) {
    return type instanceof ValueType.Converted converted ? converted.column() : type;
  }

  /// The literal as the dialects take it.
  ///
  /// @throws IllegalArgumentException or another of its kind, if it is not of this type
  private static String literal(ValueType type, String text) {
    switch (type) {
      case ValueType.Plain plain -> {
        return literal(plain.scalar(), text);
      }
      case ValueType.Varchar varchar ->
          require(text.codePointCount(0, text.length()) <= varchar.length());
      case ValueType.Decimal decimal -> {
        var number = new BigDecimal(text).setScale(decimal.scale());
        require(number.precision() <= decimal.precision());
      }
      case ValueType.Whole whole ->
          require(new BigDecimal(new BigInteger(text)).precision() <= whole.precision());
      case ValueType.Enumeration enumeration -> require(enumeration.constants().contains(text));
      case ValueType.NativeEnum names -> require(names.constants().contains(text));
      case ValueType.AnyDecimal _, ValueType.Converted _, ValueType.Many _, ValueType.Json _ ->
          require(false);
    }
    return text;
  }

  private static String literal(Scalar scalar, String text) {
    switch (scalar) {
      case BOOLEAN -> require(text.equals("true") || text.equals("false"));
      case BYTE -> integer(text, Byte.SIZE);
      case SHORT -> integer(text, Short.SIZE);
      case INTEGER -> integer(text, Integer.SIZE);
      case LONG -> integer(text, Long.SIZE);
      case FLOAT, DOUBLE -> new BigDecimal(text);
      case TEXT -> require(text.indexOf('\0') < 0);
      case BYTES -> require(false);
      case UUID -> require(UUID.fromString(text).toString().equalsIgnoreCase(text));
      case INSTANT -> Instant.parse(text);
      case LOCAL_DATE -> LocalDate.parse(text);
      case LOCAL_TIME -> LocalTime.parse(text);
      case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
      case DURATION -> {
        return Long.toString(Duration.parse(text).toNanos() / 1_000);
      }
      case CHARACTER -> require(text.length() == 1 && text.charAt(0) != 0);
      case YEAR -> Year.of(Integer.parseInt(text));
      case YEAR_MONTH -> YearMonth.parse(text);
      case MONTH_DAY -> MonthDay.parse(text);
      case PERIOD -> {
        return Period.parse(text).toString();
      }
      case ZONE_ID -> ZoneId.of(text);
      case ZONE_OFFSET -> ZoneOffset.of(text);
      case CURRENCY -> Currency.getInstance(text);
      case LOCALE -> require(Locale.forLanguageTag(text).toLanguageTag().equals(text));
      case URI -> URI.create(text);
    }
    return text;
  }

  private static void integer(String text, int bits) {
    require(new BigInteger(text).bitLength() < bits && !text.startsWith("+"));
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException();
    }
  }

  private static String expected(ValueType type) {
    return switch (type) {
      case ValueType.Plain plain -> expected(plain.scalar());
      case ValueType.Varchar varchar -> "at most " + varchar.length() + " code points";
      case ValueType.Decimal decimal ->
          "a number of %d digits, %d of them after the point"
              .formatted(decimal.precision(), decimal.scale());
      case ValueType.Whole whole -> "a whole number of %d digits".formatted(whole.precision());
      case ValueType.Enumeration enumeration ->
          "one of " + String.join(", ", enumeration.constants());
      case ValueType.NativeEnum names -> "one of " + String.join(", ", names.constants());
      case ValueType.AnyDecimal _, ValueType.Converted _, ValueType.Many _, ValueType.Json _ ->
          "no default";
    };
  }

  private static String expected(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> "true or false";
      case BYTE -> "a whole number of 8 bits";
      case SHORT -> "a whole number of 16 bits";
      case INTEGER -> "a whole number of 32 bits";
      case LONG -> "a whole number of 64 bits";
      case FLOAT, DOUBLE -> "a number";
      case TEXT -> "text without NUL";
      case BYTES -> "no constant, since bytes have none";
      case UUID -> "a UUID such as 0198c5f5-8ba1-7000-8000-000000000000";
      case INSTANT -> "an instant such as 2025-01-31T12:00:00Z";
      case LOCAL_DATE -> "a date such as 2025-01-31";
      case LOCAL_TIME -> "a time such as 12:00:00";
      case LOCAL_DATE_TIME -> "a date and time such as 2025-01-31T12:00:00";
      case DURATION -> "a duration such as PT5M";
      case CHARACTER -> "one character";
      case YEAR -> "a year such as 2025";
      case YEAR_MONTH -> "a month such as 2025-01";
      case MONTH_DAY -> "a day such as --01-31";
      case PERIOD -> "a period such as P1M";
      case ZONE_ID -> "a time zone such as Europe/Berlin";
      case ZONE_OFFSET -> "an offset such as +01:00";
      case CURRENCY -> "a currency such as EUR";
      case LOCALE -> "a language tag such as de-CH";
      case URI -> "a URI such as https://example.org/";
    };
  }
}
