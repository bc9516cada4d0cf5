package dev.ambix.type;

import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The current row of a result, read by the position of a column, counted from 0. A driver
/// implements it and hides how the engine stores a type. It is valid only until the next row, and
/// only on the thread of its session.
///
/// The primitive readers give 0 or `false` for NULL; ask [#isNull] where that matters.
public interface Row {
  /// Whether the column is NULL.
  boolean isNull(int column);

  boolean getBoolean(int column);

  int getInt(int column);

  long getLong(int column);

  float getFloat(int column);

  double getDouble(int column);

  @Nullable String getString(int column);

  byte @Nullable [] getBytes(int column);

  @Nullable BigDecimal getBigDecimal(int column);

  @Nullable UUID getUuid(int column);

  @Nullable Instant getInstant(int column);

  @Nullable LocalDate getLocalDate(int column);

  @Nullable LocalTime getLocalTime(int column);

  @Nullable LocalDateTime getLocalDateTime(int column);

  /// The column values of an array.
  ///
  /// @param element the type of each
  @Nullable List<Object> getList(int column, SqlType element);
}
