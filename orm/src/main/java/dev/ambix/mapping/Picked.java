package dev.ambix.mapping;

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

/// Some columns of a row, under positions of their own.
final class Picked implements Row {
  private final Row row;
  private final int first;
  private final int[] columns;

  /// @param first where the first column of the entity stands in the row
  /// @param columns the positions from there
  Picked(Row row, int first, int[] columns) {
    this.row = row;
    this.first = first;
    this.columns = columns;
  }

  private int at(int column) {
    return first + columns[column];
  }

  @Override
  public boolean isNull(int column) {
    return row.isNull(at(column));
  }

  @Override
  public boolean getBoolean(int column) {
    return row.getBoolean(at(column));
  }

  @Override
  public int getInt(int column) {
    return row.getInt(at(column));
  }

  @Override
  public long getLong(int column) {
    return row.getLong(at(column));
  }

  @Override
  public float getFloat(int column) {
    return row.getFloat(at(column));
  }

  @Override
  public double getDouble(int column) {
    return row.getDouble(at(column));
  }

  @Override
  public @Nullable String getString(int column) {
    return row.getString(at(column));
  }

  @Override
  public byte @Nullable [] getBytes(int column) {
    return row.getBytes(at(column));
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) {
    return row.getBigDecimal(at(column));
  }

  @Override
  public @Nullable UUID getUuid(int column) {
    return row.getUuid(at(column));
  }

  @Override
  public @Nullable Instant getInstant(int column) {
    return row.getInstant(at(column));
  }

  @Override
  public @Nullable LocalDate getLocalDate(int column) {
    return row.getLocalDate(at(column));
  }

  @Override
  public @Nullable LocalTime getLocalTime(int column) {
    return row.getLocalTime(at(column));
  }

  @Override
  public @Nullable LocalDateTime getLocalDateTime(int column) {
    return row.getLocalDateTime(at(column));
  }

  @Override
  public @Nullable List<Object> getList(int column, SqlType element) {
    return row.getList(at(column), element);
  }
}
