package dev.ambix.work;

import dev.ambix.entity.EntityType;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values that a row has between two statements of a flush, so that it gives up a unique key before
/// it gets its new values: no engine checks a unique key only at the end of what several statements
/// do. NULL where it is allowed, and else a value at random out of so many that no row has it.
///
/// @param column the column that gives way
/// @param value its value in between
record Parking(int column, @Nullable Object value) {
  /// How a row gives up a unique key; null when none of its columns can have such a value.
  static @Nullable Parking of(EntityType<?> type, List<Integer> key) {
    for (int column : key) {
      if (type.attribute(column).nullable()) {
        return new Parking(column, null);
      }
    }
    for (int column : key) {
      if (!type.attribute(column).key() && !isReference(type, column)) {
        var value = random(type.sqlType(column));
        if (value != null) {
          return new Parking(column, value);
        }
      }
    }
    return null;
  }

  private static boolean isReference(EntityType<?> type, int column) {
    return type.references().stream().anyMatch(each -> each.columns().contains(column));
  }

  private static @Nullable Object random(SqlType type) {
    var uuid = UUID.randomUUID();
    long bits = uuid.getLeastSignificantBits();
    return switch (type) {
      case SqlType.Text _ -> uuid.toString();
      case SqlType.Varchar(int length) -> text(uuid, length);
      case SqlType.SmallInt _ -> (int) (short) (bits | Short.MIN_VALUE);
      case SqlType.Int _ -> (int) bits | Integer.MIN_VALUE;
      case SqlType.BigInt _ -> bits | Long.MIN_VALUE;
      case SqlType.Uuid _ -> uuid;
      case SqlType.Numeric(int precision, int scale) ->
          new BigDecimal(
              new BigInteger(Long.toUnsignedString(bits)).mod(BigInteger.TEN.pow(precision)),
              scale);
      case SqlType.Real _ -> (float) bits;
      case SqlType.DoublePrecision _ -> (double) bits;
      case SqlType.Date _ -> day(bits);
      case SqlType.Time _ -> LocalTime.ofNanoOfDay((bits >>> 1) % 86_400_000_000L * 1_000);
      case SqlType.Timestamp _ ->
          LocalDateTime.of(day(bits), LocalTime.ofSecondOfDay(bits & 0xffff));
      case SqlType.TimestampTz _ -> instant(bits);
      case SqlType.Bytes _ -> uuid.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      case SqlType.Bool _,
          SqlType.Enumeration _,
          SqlType.NativeEnum _,
          SqlType.Json _,
          SqlType.Array _,
          SqlType.Spelled _ ->
          null;
    };
  }

  private static String text(UUID uuid, int length) {
    var text = uuid.toString();
    return text.substring(0, Math.min(length, text.length()));
  }

  /// A day of the first millennium.
  private static LocalDate day(long bits) {
    return LocalDate.ofEpochDay(-719_000 + (bits >>> 1) % 365_000);
  }

  private static Instant instant(long bits) {
    return day(bits).atTime(LocalTime.ofSecondOfDay(bits & 0xffff)).toInstant(ZoneOffset.UTC);
  }
}
