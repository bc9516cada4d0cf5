package dev.ambix.session;

import dev.ambix.driver.Rows;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of an SQL text of the program's own: a mapper sees their columns in its own order, and
/// what is in one must be of the type that it asks for.
///
/// @param positions where in the row each column of the mapper stands
@SuppressWarnings("ArrayRecordComponent") // made once a result and never compared
record Reordered(Rows rows, int[] positions) implements Row {
  @Override
  public boolean isNull(int column) {
    return rows.isNull(positions[column]);
  }

  @Override
  public boolean getBoolean(int column) {
    return rows.getBoolean(typed(column, Boolean.class));
  }

  @Override
  public int getInt(int column) {
    return rows.getInt(typed(column, Integer.class));
  }

  @Override
  public long getLong(int column) {
    return rows.getLong(typed(column, Long.class));
  }

  @Override
  public float getFloat(int column) {
    return rows.getFloat(typed(column, Float.class));
  }

  @Override
  public double getDouble(int column) {
    return rows.getDouble(typed(column, Double.class));
  }

  @Override
  public @Nullable String getString(int column) {
    return rows.getString(positions[column]);
  }

  @Override
  public byte @Nullable [] getBytes(int column) {
    return rows.getBytes(typed(column, byte[].class));
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) {
    return rows.getBigDecimal(typed(column, BigDecimal.class));
  }

  @Override
  public @Nullable UUID getUuid(int column) {
    return rows.getUuid(typed(column, UUID.class));
  }

  @Override
  public @Nullable Instant getInstant(int column) {
    return rows.getInstant(typed(column, Instant.class));
  }

  @Override
  public @Nullable LocalDate getLocalDate(int column) {
    return rows.getLocalDate(typed(column, LocalDate.class));
  }

  @Override
  public @Nullable LocalTime getLocalTime(int column) {
    return rows.getLocalTime(typed(column, LocalTime.class));
  }

  @Override
  public @Nullable LocalDateTime getLocalDateTime(int column) {
    return rows.getLocalDateTime(typed(column, LocalDateTime.class));
  }

  @Override
  public @Nullable List<Object> getList(int column, SqlType element) {
    return rows.getList(positions[column], element);
  }

  private int typed(int column, Class<?> type) {
    int position = positions[column];
    rows.require(position, type);
    return position;
  }
}
