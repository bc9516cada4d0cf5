package dev.ambix.dialect;

import dev.ambix.error.ValueRejected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/// Dates and times as ISO 8601 text of a fixed width, to the microsecond, so that the order of the
/// texts is the order of the times: `2026-11-25T13:00:00.000000Z`. Reads other spellings too, such
/// as `2026-11-25 13:00:00`, which SQLite's own functions make.
public final class FixedTime {
  private static final int DATE = "2026-11-25".length();
  private static final int TIME = "13:00:00.000000".length();
  private static final int DATE_TIME = DATE + 1 + TIME;

  private FixedTime() {}

  public static String of(LocalDate date) {
    var out = new char[DATE];
    put(out, date);
    return new String(out);
  }

  public static String of(LocalTime time) {
    var out = new char[TIME];
    put(out, 0, time);
    return new String(out);
  }

  public static String of(LocalDateTime time) {
    var out = new char[DATE_TIME];
    put(out, time.toLocalDate());
    out[DATE] = 'T';
    put(out, DATE + 1, time.toLocalTime());
    return new String(out);
  }

  public static String of(Instant instant) {
    var time = utc(instant);
    var out = new char[DATE_TIME + 1];
    put(out, time.toLocalDate());
    out[DATE] = 'T';
    put(out, DATE + 1, time.toLocalTime());
    out[DATE_TIME] = 'Z';
    return new String(out);
  }

  /// The date and time of an instant in UTC.
  ///
  /// @throws ValueRejected when its year is not one of 0000 to 9999
  public static LocalDateTime utc(Instant instant) {
    long second = instant.getEpochSecond();
    if (second < -62_167_219_200L || second > 253_402_300_799L) {
      throw outOfRange();
    }
    return LocalDateTime.ofEpochSecond(second, instant.getNano(), ZoneOffset.UTC);
  }

  /// Rejects a date whose year is not one of 0000 to 9999: not every engine can keep it.
  ///
  /// @throws ValueRejected when it is not
  public static LocalDate require(LocalDate date) {
    if (date.getYear() < 0 || date.getYear() > 9999) {
      throw outOfRange();
    }
    return date;
  }

  public static LocalDate date(String text) {
    if (text.length() == DATE && text.charAt(4) == '-' && text.charAt(7) == '-') {
      int packed = packedDate(text);
      if (packed >= 0) {
        return LocalDate.of(packed / 10_000, packed / 100 % 100, packed % 100);
      }
    }
    return LocalDate.parse(
        text.length() > DATE && text.charAt(4) == '-' ? text.substring(0, DATE) : text);
  }

  public static LocalTime time(String text) {
    if (text.length() == TIME) {
      long micros = micros(text, 0);
      if (micros >= 0) {
        return LocalTime.ofNanoOfDay(micros * 1_000);
      }
    }
    return LocalTime.parse(text);
  }

  public static LocalDateTime dateTime(String text) {
    if (text.length() == DATE_TIME
        || (text.length() == DATE_TIME + 1 && text.charAt(DATE_TIME) == 'Z')) {
      long micros = micros(text, DATE + 1);
      int packed = text.charAt(4) == '-' && text.charAt(7) == '-' ? packedDate(text) : -1;
      if (micros >= 0 && packed >= 0 && text.charAt(DATE) == 'T') {
        return LocalDateTime.of(
            LocalDate.of(packed / 10_000, packed / 100 % 100, packed % 100),
            LocalTime.ofNanoOfDay(micros * 1_000));
      }
    }
    return otherDateTime(text);
  }

  public static Instant instant(String text) {
    return dateTime(text).toInstant(ZoneOffset.UTC);
  }

  /// `YYYY-MM-DD HH:MM[:SS[.fraction]]`, with `T` or a space, and perhaps an offset.
  private static LocalDateTime otherDateTime(String text) {
    var iso = text.strip().replace(' ', 'T').toUpperCase(Locale.ROOT);
    if (iso.length() == DATE) {
      return LocalDate.parse(iso).atStartOfDay();
    }
    try {
      return LocalDateTime.parse(iso);
    } catch (DateTimeParseException _) {
      return OffsetDateTime.parse(iso, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
          .withOffsetSameInstant(ZoneOffset.UTC)
          .toLocalDateTime();
    }
  }

  private static int packedDate(String text) {
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 2);
    int day = digits(text, 8, 2);
    return year < 0 || month < 0 || day < 0 ? -1 : year * 10_000 + month * 100 + day;
  }

  /// The microseconds since midnight, or -1 when the text is no time of the fixed width.
  private static long micros(String text, int at) {
    if (text.charAt(at + 2) != ':' || text.charAt(at + 5) != ':' || text.charAt(at + 8) != '.') {
      return -1;
    }
    int hour = digits(text, at, 2);
    int minute = digits(text, at + 3, 2);
    int second = digits(text, at + 6, 2);
    int fraction = digits(text, at + 9, 6);
    if (hour < 0
        || hour > 23
        || minute < 0
        || minute > 59
        || second < 0
        || second > 59
        || fraction < 0) {
      return -1;
    }
    return ((hour * 60L + minute) * 60 + second) * 1_000_000 + fraction;
  }

  private static int digits(String text, int at, int count) {
    int number = 0;
    for (int i = at; i < at + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static void put(char[] out, LocalDate date) {
    require(date);
    put(out, 0, 4, date.getYear());
    out[4] = '-';
    put(out, 5, 2, date.getMonthValue());
    out[7] = '-';
    put(out, 8, 2, date.getDayOfMonth());
  }

  private static void put(char[] out, int at, LocalTime time) {
    put(out, at, 2, time.getHour());
    out[at + 2] = ':';
    put(out, at + 3, 2, time.getMinute());
    out[at + 5] = ':';
    put(out, at + 6, 2, time.getSecond());
    out[at + 8] = '.';
    put(out, at + 9, 6, time.getNano() / 1_000);
  }

  private static void put(char[] out, int at, int count, int number) {
    for (int i = at + count - 1; i >= at; i--) {
      out[i] = (char) ('0' + number % 10);
      number /= 10;
    }
  }

  private static ValueRejected outOfRange() {
    return new ValueRejected(
        "", "", "a date is out of range; expected a year from 0000 to 9999", null);
  }
}
