package dev.ambix.jdbc;

import dev.ambix.dialect.FixedTime;
import dev.ambix.dialect.Sql;
import dev.ambix.error.UsageException;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Binds column values to statements of pgjdbc. Texts go without a type (`stringtype=unspecified`),
/// so that the server takes them for the column's: an enum, JSON, whatever it is.
final class PostgresBinder {
  private PostgresBinder() {}

  static void bind(PreparedStatement statement, List<Sql.Bind> binds) throws SQLException {
    for (int i = 0; i < binds.size(); i++) {
      switch (binds.get(i)) {
        case Sql.One one -> bind(statement, i + 1, one.value(), one.type());
        case Sql.Many many -> statement.setArray(i + 1, array(statement, many));
      }
    }
  }

  static void bind(PreparedStatement statement, int index, @Nullable Object value, SqlType type)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, nullType(type));
      case Boolean bool -> statement.setBoolean(index, bool);
      case Integer number -> statement.setInt(index, number);
      case Long number -> statement.setLong(index, number);
      case Float number -> statement.setFloat(index, number);
      case Double number -> statement.setDouble(index, number);
      case List<?> list -> statement.setString(index, ArrayText.of(list));
      case String text -> statement.setString(index, Texts.require(text));
      case byte[] bytes -> statement.setBytes(index, bytes);
      case BigDecimal number -> statement.setBigDecimal(index, number);
      case UUID uuid -> statement.setObject(index, uuid);
      case Instant instant ->
          statement.setObject(index, FixedTime.utc(micros(instant)).atOffset(ZoneOffset.UTC));
      case LocalDate date -> statement.setObject(index, FixedTime.require(date));
      case LocalTime time -> statement.setObject(index, time.truncatedTo(ChronoUnit.MICROS));
      case LocalDateTime time -> {
        FixedTime.require(time.toLocalDate());
        statement.setObject(index, time.truncatedTo(ChronoUnit.MICROS));
      }
      default -> throw unknown(value);
    }
  }

  static UsageException unknown(Object value) {
    return new UsageException(
        "UnknownBind",
        "bind: got a value of "
            + value.getClass().getName()
            + ", expected one of the column values of dev.ambix.type.Type. Convert it first.");
  }

  private static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static int nullType(SqlType type) {
    return switch (type) {
      case SqlType.Bool _ -> Types.BOOLEAN;
      case SqlType.SmallInt _, SqlType.Int _ -> Types.INTEGER;
      case SqlType.BigInt _ -> Types.BIGINT;
      case SqlType.Real _ -> Types.REAL;
      case SqlType.DoublePrecision _ -> Types.DOUBLE;
      case SqlType.Numeric _ -> Types.NUMERIC;
      case SqlType.Bytes _ -> Types.BINARY;
      case SqlType.Varchar _,
          SqlType.Text _,
          SqlType.Uuid _,
          SqlType.Date _,
          SqlType.Time _,
          SqlType.Timestamp _,
          SqlType.TimestampTz _,
          SqlType.Enumeration _,
          SqlType.NativeEnum _,
          SqlType.Json _,
          SqlType.Array _,
          SqlType.Spelled _ ->
          Types.NULL;
    };
  }

  private static Array array(PreparedStatement statement, Sql.Many many) throws SQLException {
    var values = many.values();
    var connection = statement.getConnection();
    return switch (many.type()) {
      case SqlType.Bool _ -> of(connection, "bool", values, Boolean[]::new, v -> (Boolean) v);
      case SqlType.SmallInt _ ->
          of(connection, "int2", values, Short[]::new, v -> ((Number) v).shortValue());
      case SqlType.Int _ ->
          of(connection, "int4", values, Integer[]::new, v -> ((Number) v).intValue());
      case SqlType.BigInt _ ->
          of(connection, "int8", values, Long[]::new, v -> ((Number) v).longValue());
      case SqlType.Real _ ->
          of(connection, "float4", values, Float[]::new, v -> ((Number) v).floatValue());
      case SqlType.DoublePrecision _ ->
          of(connection, "float8", values, Double[]::new, v -> ((Number) v).doubleValue());
      case SqlType.Numeric _ ->
          of(connection, "numeric", values, String[]::new, v -> ((BigDecimal) v).toPlainString());
      case SqlType.Varchar _,
          SqlType.Text _,
          SqlType.Enumeration _,
          SqlType.NativeEnum _,
          SqlType.Json _ ->
          of(connection, "text", values, String[]::new, v -> Texts.require((String) v));
      case SqlType.Array _ ->
          of(connection, "text", values, String[]::new, v -> ArrayText.of((List<?>) v));
      case SqlType.Bytes _ -> of(connection, "bytea", values, byte[][]::new, v -> (byte[]) v);
      case SqlType.Uuid _ -> of(connection, "uuid", values, UUID[]::new, v -> (UUID) v);
      case SqlType.Date _ -> times(connection, "date", values);
      case SqlType.Time _ -> times(connection, "time", values);
      case SqlType.Timestamp _ -> times(connection, "timestamp", values);
      case SqlType.TimestampTz _ -> times(connection, "timestamptz", values);
      case SqlType.Spelled type -> throw new IllegalArgumentException("no value is " + type);
    };
  }

  private static <T> Array of(
      Connection connection,
      String type,
      List<@Nullable Object> values,
      IntFunction<T[]> array,
      Function<Object, T> convert)
      throws SQLException {
    return connection.createArrayOf(type, elements(values, array, convert));
  }

  private static Array times(Connection connection, String type, List<@Nullable Object> values)
      throws SQLException {
    return connection.createArrayOf(type, elements(values, String[]::new, PostgresBinder::time));
  }

  private static String time(Object value) {
    return switch (value) {
      case LocalDate date -> era(FixedTime.of(date));
      case LocalTime time -> FixedTime.of(time);
      case LocalDateTime time -> era(FixedTime.of(time));
      case Instant instant -> era(FixedTime.of(instant));
      default -> throw unknown(value);
    };
  }

  private static <T> @Nullable Object[] elements(
      List<@Nullable Object> values, IntFunction<T[]> maker, Function<Object, T> converter) {
    @Nullable Object[] elements = maker.apply(values.size());
    for (int i = 0; i < elements.length; i++) {
      var value = values.get(i);
      elements[i] = value == null ? null : converter.apply(value);
    }
    return elements;
  }

  /// PostgreSQL has no year 0000: the year before 0001 is 1 BC.
  private static String era(String time) {
    return time.startsWith("0000") ? "0001" + time.substring(4) + " BC" : time;
  }
}
