package dev.ambix.session;

import dev.ambix.type.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of one column value, by which a type reads the attribute value back.
///
/// @param value the column value; null for NULL
record OneValue(@Nullable Object value) implements Row {
  @Override
  public boolean isNull(int column) {
    return value == null;
  }

  @Override
  public boolean getBoolean(int column) {
    return value == null ? false : (Boolean) value;
  }

  @Override
  public int getInt(int column) {
    return value == null ? 0 : (Integer) value;
  }

  @Override
  public long getLong(int column) {
    return value == null ? 0 : (Long) value;
  }

  @Override
  public float getFloat(int column) {
    return value == null ? 0 : (Float) value;
  }

  @Override
  public double getDouble(int column) {
    return value == null ? 0 : (Double) value;
  }

  @Override
  public @Nullable String getString(int column) {
    return (String) value;
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) {
    return (BigDecimal) value;
  }

  @Override
  public @Nullable UUID getUuid(int column) {
    return (UUID) value;
  }

  @Override
  public @Nullable Instant getInstant(int column) {
    return (Instant) value;
  }

  @Override
  public @Nullable LocalDate getLocalDate(int column) {
    return (LocalDate) value;
  }

  @Override
  public @Nullable LocalTime getLocalTime(int column) {
    return (LocalTime) value;
  }

  @Override
  public @Nullable LocalDateTime getLocalDateTime(int column) {
    return (LocalDateTime) value;
  }

  @Override
  public byte @Nullable [] getBytes(int column) {
    return (byte[]) value;
  }
}
