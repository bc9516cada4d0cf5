package dev.ambix.processor;

import dev.ambix.mapping.Column;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of column values in an array.
@SuppressWarnings("ArrayRecordComponent") // tests change the values
record ArrayRow(@Nullable Object[] values) implements Row {
  /// A row that has a value in each of these columns, made from a number.
  static ArrayRow of(List<? extends Column<?, ?>> columns, int number) {
    return new ArrayRow(columns.stream().map(column -> value(column, number)).toArray());
  }

  /// The same row with other columns before it.
  ArrayRow after(int columns) {
    var shifted = new @Nullable Object[columns + values.length];
    System.arraycopy(values, 0, shifted, columns, values.length);
    return new ArrayRow(shifted);
  }

  /// A value for this column, different for each number.
  static Object value(Column<?, ?> column, int number) {
    var instant = Instant.ofEpochSecond(number, 123_456_000);
    return switch (column.type().sqlType()) {
      case SqlType.Bool _ -> number % 2 == 1;
      case SqlType.SmallInt _, SqlType.Int _ -> number;
      case SqlType.BigInt _ -> (long) number;
      case SqlType.Real _ -> (float) number;
      case SqlType.DoublePrecision _ -> (double) number;
      case SqlType.Numeric numeric -> BigDecimal.valueOf(number).setScale(numeric.scale());
      case SqlType.Varchar(int length) when length == 1 -> Character.toString('a' + number % 26);
      case SqlType.Varchar _ -> "v" + number;
      case SqlType.Text _ -> "t" + number;
      case SqlType.Bytes _ -> new byte[] {(byte) number};
      case SqlType.Uuid _ -> new UUID(0, number);
      case SqlType.Date _ -> LocalDate.ofEpochDay(number);
      case SqlType.Time _ -> LocalTime.ofSecondOfDay(number);
      case SqlType.Timestamp _ -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
      case SqlType.TimestampTz _ -> instant;
      case SqlType.Spelled spelled -> throw new IllegalArgumentException("no value is " + spelled);
      case SqlType.Enumeration enumeration ->
          enumeration.labels().get(number % enumeration.labels().size());
      case SqlType.NativeEnum type -> type.labels().get(number % type.labels().size());
      case SqlType.Json _ -> "{\"words\":[\"w" + number + "\"],\"depth\":" + number + "}";
      case SqlType.Array(SqlType.Enumeration names) ->
          List.of(names.labels().get(number % names.labels().size()));
      case SqlType.Array _ -> List.of("a" + number);
    };
  }

  @SuppressWarnings({
    "unchecked",
    "NullAway",
    "TypeParameterUnusedInFormals"
  }) // the caller knows the column
  private <T extends @Nullable Object> T value(int column) {
    return (T) values[column];
  }

  @Override
  public boolean isNull(int column) {
    return values[column] == null;
  }

  @Override
  public boolean getBoolean(int column) {
    return values[column] instanceof Boolean value && value;
  }

  @Override
  public int getInt(int column) {
    return values[column] instanceof Integer value ? value : 0;
  }

  @Override
  public long getLong(int column) {
    return values[column] instanceof Long value ? value : 0;
  }

  @Override
  public float getFloat(int column) {
    return values[column] instanceof Float value ? value : 0;
  }

  @Override
  public double getDouble(int column) {
    return values[column] instanceof Double value ? value : 0;
  }

  @Override
  public @Nullable String getString(int column) {
    return value(column);
  }

  @Override
  public byte @Nullable [] getBytes(int column) {
    return value(column);
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) {
    return value(column);
  }

  @Override
  public @Nullable UUID getUuid(int column) {
    return value(column);
  }

  @Override
  public @Nullable Instant getInstant(int column) {
    return value(column);
  }

  @Override
  public @Nullable LocalDate getLocalDate(int column) {
    return value(column);
  }

  @Override
  public @Nullable LocalTime getLocalTime(int column) {
    return value(column);
  }

  @Override
  public @Nullable LocalDateTime getLocalDateTime(int column) {
    return value(column);
  }

  @Override
  public @Nullable List<Object> getList(int column, SqlType element) {
    return value(column);
  }
}
