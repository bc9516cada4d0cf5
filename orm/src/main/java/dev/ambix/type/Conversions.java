package dev.ambix.type;

import dev.ambix.error.ValueRejected;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The conversions of types that are more than a call, each of which rejects what it cannot keep.
final class Conversions {
  /// As many digits as PostgreSQL's `numeric` has before the point.
  private static final int MOST_DIGITS = 131_072;

  private Conversions() {}

  /// The number, which must be one of these.
  static int within(int number, int least, int most) {
    if (number < least || number > most) {
      throw rejected("a number read is out of range for its type");
    }
    return number;
  }

  static long micros(Duration duration) {
    try {
      var seconds =
          BigInteger.valueOf(duration.getSeconds()).multiply(BigInteger.valueOf(1_000_000));
      return seconds.add(BigInteger.valueOf(duration.getNano() / 1_000)).longValueExact();
    } catch (ArithmeticException _) {
      throw rejected("a duration has more microseconds than 64 bits hold");
    }
  }

  static char character(String text) {
    if (text.length() != 1) {
      throw new IllegalArgumentException();
    }
    return text.charAt(0);
  }

  static String yearMonth(YearMonth month) {
    if (month.getYear() < 0 || month.getYear() > 9999) {
      throw rejected("a month is out of range; expected a year from 0000 to 9999");
    }
    return month.toString();
  }

  static String languageTag(Locale locale) {
    var tag = locale.toLanguageTag();
    if (!Locale.forLanguageTag(tag).equals(locale)) {
      throw rejected("a locale has no language tag of its own");
    }
    return tag;
  }

  static BigInteger whole(Object number) {
    try {
      return ((BigDecimal) number).toBigIntegerExact();
    } catch (ArithmeticException _) {
      throw rejected("a number read is not whole");
    }
  }

  /// Rounds without ever writing out the digits of a number such as `1e999999999`, which a client
  /// may send.
  static BigDecimal rounded(BigDecimal value, int scale) {
    long digitsBeforePoint = (long) value.precision() - value.scale();
    if (digitsBeforePoint < -scale) {
      return BigDecimal.ZERO.setScale(scale);
    }
    requireWritable(value);
    return value.setScale(scale, RoundingMode.HALF_UP);
  }

  static void requireWritable(BigDecimal value) {
    if (value.signum() != 0 && Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS) {
      throw rejected("a number has more digits than any column holds");
    }
  }

  /// The column values of a list, none of which may be null.
  static <E> List<Object> each(List<E> values, Function<E, Object> converter) {
    var converted = new ArrayList<Object>(values.size());
    for (@Nullable E value : values) {
      if (value == null) {
        throw rejected("an element of a list is null");
      }
      converted.add(converter.apply(value));
    }
    return List.copyOf(converted);
  }

  static <E> List<E> list(List<?> values, Function<Object, E> converter) {
    var list = new ArrayList<E>(values.size());
    values.forEach(value -> list.add(converter.apply(value)));
    return list;
  }

  static ValueRejected rejected(String problem) {
    return new ValueRejected("", "", problem, null);
  }
}
