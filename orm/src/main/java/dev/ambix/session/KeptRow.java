package dev.ambix.session;

import dev.ambix.query.Expression;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row that outlives its result.
///
/// @param values its column values
record KeptRow(List<@Nullable Object> values) implements Row {
  /// Keeps the values of a row.
  ///
  /// @param columns what stands in it, in order
  static KeptRow of(Row row, List<? extends Expression<?>> columns) {
    var values = new ArrayList<@Nullable Object>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.add(row.isNull(i) ? null : columns.get(i).type().columnValue(row, i));
    }
    return new KeptRow(values);
  }

  @Override
  public boolean isNull(int column) {
    return values.get(column) == null;
  }

  @Override
  public boolean getBoolean(int column) {
    return values.get(column) instanceof Boolean value && value;
  }

  @Override
  public int getInt(int column) {
    return values.get(column) instanceof Number number ? number.intValue() : 0;
  }

  @Override
  public long getLong(int column) {
    return values.get(column) instanceof Number number ? number.longValue() : 0;
  }

  @Override
  public float getFloat(int column) {
    return values.get(column) instanceof Number number ? number.floatValue() : 0;
  }

  @Override
  public double getDouble(int column) {
    return values.get(column) instanceof Number number ? number.doubleValue() : 0;
  }

  @Override
  public @Nullable String getString(int column) {
    return (String) values.get(column);
  }

  @Override
  public byte @Nullable [] getBytes(int column) {
    return (byte[]) values.get(column);
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) {
    return (BigDecimal) values.get(column);
  }

  @Override
  public @Nullable UUID getUuid(int column) {
    return (UUID) values.get(column);
  }

  @Override
  public @Nullable Instant getInstant(int column) {
    return (Instant) values.get(column);
  }

  @Override
  public @Nullable LocalDate getLocalDate(int column) {
    return (LocalDate) values.get(column);
  }

  @Override
  public @Nullable LocalTime getLocalTime(int column) {
    return (LocalTime) values.get(column);
  }

  @Override
  public @Nullable LocalDateTime getLocalDateTime(int column) {
    return (LocalDateTime) values.get(column);
  }

  @Override
  @SuppressWarnings("unchecked") // a list of column values
  public @Nullable List<Object> getList(int column, SqlType element) {
    return (List<Object>) values.get(column);
  }
}
