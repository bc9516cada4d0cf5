package dev.ambix.type;

import dev.ambix.error.UsageException;
import dev.ambix.error.ValueRejected;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a Java type stands in a column: the SQL type, and the way there and back. A value of the
/// Java type becomes a *column value*, one of the few classes that every driver binds: `Boolean`,
/// `Integer`, `Long`, `Float`, `Double`, `String`, `byte[]`, `BigDecimal`, `UUID`, `Instant`,
/// `LocalDate`, `LocalTime`, `LocalDateTime`. Immutable and safe for any thread.
///
/// Times are cut to microseconds on the way to the column, so that every engine keeps the same.
///
/// @param <T> the Java type, boxed
public final class Type<T> {
  public static final Type<Boolean> BOOLEAN =
      new Type<>(Boolean.class, new SqlType.Bool(), value -> value, Row::getBoolean);
  public static final Type<Byte> BYTE =
      new Type<>(
          Byte.class, new SqlType.SmallInt(), Byte::intValue, (row, i) -> (byte) row.getInt(i));
  public static final Type<Short> SHORT =
      new Type<>(
          Short.class, new SqlType.SmallInt(), Short::intValue, (row, i) -> (short) row.getInt(i));
  public static final Type<Integer> INTEGER =
      new Type<>(Integer.class, new SqlType.Int(), value -> value, Row::getInt);
  public static final Type<Long> LONG =
      new Type<>(Long.class, new SqlType.BigInt(), value -> value, Row::getLong);
  public static final Type<Float> FLOAT =
      new Type<>(Float.class, new SqlType.Real(), value -> value, Row::getFloat);
  public static final Type<Double> DOUBLE =
      new Type<>(Double.class, new SqlType.DoublePrecision(), value -> value, Row::getDouble);
  public static final Type<String> TEXT =
      new Type<>(String.class, new SqlType.Text(), value -> value, Row::getString);
  public static final Type<byte[]> BYTES =
      new Type<>(byte[].class, new SqlType.Bytes(), value -> value, Row::getBytes);
  public static final Type<UUID> UUID =
      new Type<>(UUID.class, new SqlType.Uuid(), value -> value, Row::getUuid);
  public static final Type<Instant> INSTANT =
      new Type<>(
          Instant.class,
          new SqlType.TimestampTz(),
          value -> value.truncatedTo(ChronoUnit.MICROS),
          Row::getInstant);
  public static final Type<LocalDate> LOCAL_DATE =
      new Type<>(LocalDate.class, new SqlType.Date(), value -> value, Row::getLocalDate);
  public static final Type<LocalTime> LOCAL_TIME =
      new Type<>(
          LocalTime.class,
          new SqlType.Time(),
          value -> value.truncatedTo(ChronoUnit.MICROS),
          Row::getLocalTime);
  public static final Type<LocalDateTime> LOCAL_DATE_TIME =
      new Type<>(
          LocalDateTime.class,
          new SqlType.Timestamp(),
          value -> value.truncatedTo(ChronoUnit.MICROS),
          Row::getLocalDateTime);

  /// A duration, as a whole number of microseconds.
  public static final Type<Duration> DURATION =
      new Type<>(
          Duration.class,
          new SqlType.BigInt(),
          value ->
              Math.addExact(
                  Math.multiplyExact(value.getSeconds(), 1_000_000L), value.getNano() / 1_000),
          (row, i) -> Duration.of(row.getLong(i), ChronoUnit.MICROS));

  /// As many digits as PostgreSQL's `numeric` has before the point.
  private static final int MOST_DIGITS = 131_072;

  private final Class<T> javaType;
  private final SqlType sqlType;
  private final Function<T, Object> toColumn;
  private final Reader<T> reader;

  private Type(Class<T> javaType, SqlType sqlType, Function<T, Object> toColumn, Reader<T> reader) {
    this.javaType = javaType;
    this.sqlType = sqlType;
    this.toColumn = toColumn;
    this.reader = reader;
  }

  /// Text of at most `length` code points.
  public static Type<String> varchar(int length) {
    return new Type<>(String.class, new SqlType.Varchar(length), value -> value, Row::getString);
  }

  /// An exact decimal number. A value with more digits after the point is rounded half up, as
  /// PostgreSQL does.
  public static Type<BigDecimal> decimal(int precision, int scale) {
    return new Type<>(
        BigDecimal.class,
        new SqlType.Numeric(precision, scale),
        value -> rounded(value, scale),
        (row, i) -> {
          var value = row.getBigDecimal(i);
          return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
        });
  }

  /// Rounds without ever writing out the digits of a number such as `1e999999999`, which a client
  /// may send.
  private static BigDecimal rounded(BigDecimal value, int scale) {
    long digitsBeforePoint = (long) value.precision() - value.scale();
    if (digitsBeforePoint < -scale) {
      return BigDecimal.ZERO.setScale(scale);
    }
    requireWritable(value);
    return value.setScale(scale, RoundingMode.HALF_UP);
  }

  private static void requireWritable(BigDecimal value) {
    if (value.signum() != 0 && Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS) {
      throw new ValueRejected("", "", "a number has more digits than any column holds", null);
    }
  }

  /// An enum, by the names of its constants.
  public static <T extends Enum<T>> Type<T> enumeration(Class<T> type) {
    var labels = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return new Type<>(
        type,
        new SqlType.Enumeration(labels),
        Enum::name,
        (row, i) -> {
          var name = row.getString(i);
          return name == null ? null : constant(type, labels, name);
        });
  }

  private static <T extends Enum<T>> T constant(Class<T> type, List<String> labels, String name) {
    if (!labels.contains(name)) {
      throw new UsageException(
          "UnknownLabel",
          type.getSimpleName()
              + ": a row holds a name that the enum lacks; expected one of "
              + labels
              + ". Add the constant, or correct the row.");
    }
    return Enum.valueOf(type, name);
  }

  /// A type that a converter makes of another one.
  public static <A, C> Type<A> converted(
      Class<A> javaType, Converter<A, C> converter, Type<C> column) {
    return new Type<>(
        javaType,
        column.sqlType,
        value -> column.toColumn.apply(converter.toColumn(value)),
        (row, i) -> {
          var value = column.read(row, i);
          return value == null ? null : converter.toAttribute(value);
        });
  }

  /// The type of a Java class that needs no further word: the constants of this class. A
  /// `BigDecimal`, an enum or a class with a converter needs one.
  public static <T> Optional<Type<T>> of(Class<T> javaType) {
    return switch (javaType.getName()) {
      case "boolean", "java.lang.Boolean" -> as(BOOLEAN);
      case "byte", "java.lang.Byte" -> as(BYTE);
      case "short", "java.lang.Short" -> as(SHORT);
      case "int", "java.lang.Integer" -> as(INTEGER);
      case "long", "java.lang.Long" -> as(LONG);
      case "float", "java.lang.Float" -> as(FLOAT);
      case "double", "java.lang.Double" -> as(DOUBLE);
      case "java.lang.String" -> as(TEXT);
      case "[B" -> as(BYTES);
      case "java.util.UUID" -> as(UUID);
      case "java.time.Instant" -> as(INSTANT);
      case "java.time.LocalDate" -> as(LOCAL_DATE);
      case "java.time.LocalTime" -> as(LOCAL_TIME);
      case "java.time.LocalDateTime" -> as(LOCAL_DATE_TIME);
      case "java.time.Duration" -> as(DURATION);
      default -> Optional.empty();
    };
  }

  @SuppressWarnings("unchecked") // the caller pairs the class with its constant
  private static <T> Optional<Type<T>> as(Type<?> type) {
    return Optional.of((Type<T>) type);
  }

  /// The Java type, boxed.
  public Class<T> javaType() {
    return javaType;
  }

  /// The SQL type of the column.
  public SqlType sqlType() {
    return sqlType;
  }

  /// The column value for this attribute value; null for null.
  public @Nullable Object toColumn(@Nullable T value) {
    return value == null ? null : toColumn.apply(value);
  }

  /// The value to compare a column with, or to compute with: as [#toColumn], but a decimal number
  /// keeps its digits, since `1.01 > 1.005` and `100.00 * 1.175` are not about `1.01` and `1.18`.
  public Object toOperand(T value) {
    if (value instanceof BigDecimal number) {
      requireWritable(number);
      return number.signum() == 0 ? BigDecimal.ZERO : number;
    }
    return Objects.requireNonNull(toColumn(value), "value");
  }

  /// The attribute value in this column of the row; null for NULL.
  public @Nullable T read(Row row, int column) {
    return row.isNull(column) ? null : reader.read(row, column);
  }

  @FunctionalInterface
  private interface Reader<T> {
    @Nullable T read(Row row, int column);
  }
}
