package dev.ambix.session;

import dev.ambix.type.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row whose columns a mapper sees in its own order.
///
/// @param positions where in the row each column of the mapper stands
@SuppressWarnings("ArrayRecordComponent") // made once a result and never compared
record Reordered(Row row, int[] positions) implements Row {
  @Override
  public boolean isNull(int column) {
    return row.isNull(positions[column]);
  }

  @Override
  public boolean getBoolean(int column) {
    return row.getBoolean(positions[column]);
  }

  @Override
  public int getInt(int column) {
    return row.getInt(positions[column]);
  }

  @Override
  public long getLong(int column) {
    return row.getLong(positions[column]);
  }

  @Override
  public float getFloat(int column) {
    return row.getFloat(positions[column]);
  }

  @Override
  public double getDouble(int column) {
    return row.getDouble(positions[column]);
  }

  @Override
  public @Nullable String getString(int column) {
    return row.getString(positions[column]);
  }

  @Override
  public byte @Nullable [] getBytes(int column) {
    return row.getBytes(positions[column]);
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) {
    return row.getBigDecimal(positions[column]);
  }

  @Override
  public @Nullable UUID getUuid(int column) {
    return row.getUuid(positions[column]);
  }

  @Override
  public @Nullable Instant getInstant(int column) {
    return row.getInstant(positions[column]);
  }

  @Override
  public @Nullable LocalDate getLocalDate(int column) {
    return row.getLocalDate(positions[column]);
  }

  @Override
  public @Nullable LocalTime getLocalTime(int column) {
    return row.getLocalTime(positions[column]);
  }

  @Override
  public @Nullable LocalDateTime getLocalDateTime(int column) {
    return row.getLocalDateTime(positions[column]);
  }
}
