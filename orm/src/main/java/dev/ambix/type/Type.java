package dev.ambix.type;

import dev.ambix.error.UsageException;
import dev.ambix.error.ValueRejected;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a Java type stands in a column: the SQL type, and the way there and back. A value of the
/// Java type becomes a *column value*, one of the few classes that every driver binds: `Boolean`,
/// `Integer`, `Long`, `Float`, `Double`, `String`, `byte[]`, `BigDecimal`, `UUID`, `Instant`,
/// `LocalDate`, `LocalTime`, `LocalDateTime`, or a `List` of these for an array. Immutable and safe
/// for any thread.
///
/// Times are cut to microseconds on the way to the column, so that every engine keeps the same.
///
/// @param <T> the Java type, boxed
public final class Type<T> {
  public static final Type<Boolean> BOOLEAN =
      same(Boolean.class, new SqlType.Bool(), Row::getBoolean);
  public static final Type<Byte> BYTE =
      new Type<>(
          Byte.class,
          new SqlType.SmallInt(),
          Byte::intValue,
          value -> (byte) Conversions.within((int) value, Byte.MIN_VALUE, Byte.MAX_VALUE),
          Row::getInt);
  public static final Type<Short> SHORT =
      new Type<>(
          Short.class,
          new SqlType.SmallInt(),
          Short::intValue,
          value -> (short) Conversions.within((int) value, Short.MIN_VALUE, Short.MAX_VALUE),
          Row::getInt);
  public static final Type<Integer> INTEGER = same(Integer.class, new SqlType.Int(), Row::getInt);
  public static final Type<Long> LONG = same(Long.class, new SqlType.BigInt(), Row::getLong);
  public static final Type<Float> FLOAT = same(Float.class, new SqlType.Real(), Row::getFloat);
  public static final Type<Double> DOUBLE =
      same(Double.class, new SqlType.DoublePrecision(), Row::getDouble);
  public static final Type<String> TEXT = same(String.class, new SqlType.Text(), Row::getString);
  public static final Type<byte[]> BYTES = same(byte[].class, new SqlType.Bytes(), Row::getBytes);
  public static final Type<UUID> UUID = same(UUID.class, new SqlType.Uuid(), Row::getUuid);
  public static final Type<Instant> INSTANT =
      new Type<>(
          Instant.class,
          new SqlType.TimestampTz(),
          value -> value.truncatedTo(ChronoUnit.MICROS),
          Instant.class::cast,
          Row::getInstant);
  public static final Type<LocalDate> LOCAL_DATE =
      same(LocalDate.class, new SqlType.Date(), Row::getLocalDate);
  public static final Type<LocalTime> LOCAL_TIME =
      new Type<>(
          LocalTime.class,
          new SqlType.Time(),
          value -> value.truncatedTo(ChronoUnit.MICROS),
          LocalTime.class::cast,
          Row::getLocalTime);
  public static final Type<LocalDateTime> LOCAL_DATE_TIME =
      new Type<>(
          LocalDateTime.class,
          new SqlType.Timestamp(),
          value -> value.truncatedTo(ChronoUnit.MICROS),
          LocalDateTime.class::cast,
          Row::getLocalDateTime);

  /// A duration, as a whole number of microseconds.
  public static final Type<Duration> DURATION =
      new Type<>(
          Duration.class,
          new SqlType.BigInt(),
          Conversions::micros,
          value -> Duration.of((long) value, ChronoUnit.MICROS),
          Row::getLong);

  /// One UTF-16 unit, as a text: half a surrogate pair and U+0000 are rejected.
  public static final Type<Character> CHARACTER =
      text(Character.class, new SqlType.Varchar(1), Object::toString, Conversions::character);

  public static final Type<Year> YEAR =
      new Type<>(
          Year.class,
          new SqlType.Int(),
          Year::getValue,
          value -> Year.of(Conversions.within((int) value, Year.MIN_VALUE, Year.MAX_VALUE)),
          Row::getInt);

  /// A month of the years 0000 to 9999: `2026-11`.
  public static final Type<YearMonth> YEAR_MONTH =
      text(YearMonth.class, new SqlType.Varchar(7), Conversions::yearMonth, YearMonth::parse);

  /// A day of any year: `--11-25`.
  public static final Type<MonthDay> MONTH_DAY =
      text(MonthDay.class, new SqlType.Varchar(7), MonthDay::toString, MonthDay::parse);

  /// Years, months and days: `P1Y2M3D`.
  public static final Type<Period> PERIOD =
      text(Period.class, new SqlType.Text(), Period::toString, Period::parse);

  /// A time zone by its id: `Europe/Berlin`, `+01:00`.
  public static final Type<ZoneId> ZONE_ID =
      text(ZoneId.class, new SqlType.Text(), ZoneId::getId, ZoneId::of);

  /// A difference to UTC: `Z`, `+01:00`.
  public static final Type<ZoneOffset> ZONE_OFFSET =
      text(ZoneOffset.class, new SqlType.Varchar(9), ZoneOffset::getId, ZoneOffset::of);

  /// A currency by its code: `EUR`.
  public static final Type<Currency> CURRENCY =
      text(
          Currency.class, new SqlType.Varchar(3), Currency::getCurrencyCode, Currency::getInstance);

  /// A locale by its BCP 47 language tag: `de-CH`. One that has none of its own is rejected.
  public static final Type<Locale> LOCALE =
      text(Locale.class, new SqlType.Text(), Conversions::languageTag, Locale::forLanguageTag);

  public static final Type<URI> URI =
      text(URI.class, new SqlType.Text(), java.net.URI::toString, java.net.URI::create);

  private final Class<T> javaType;
  private final SqlType sqlType;
  private final Function<T, Object> toColumn;
  private final Function<Object, T> fromColumn;
  private final Reader reader;

  private Type(
      Class<T> javaType,
      SqlType sqlType,
      Function<T, Object> toColumn,
      Function<Object, T> fromColumn,
      Reader reader) {
    this.javaType = javaType;
    this.sqlType = sqlType;
    this.toColumn = toColumn;
    this.fromColumn = fromColumn;
    this.reader = reader;
  }

  /// A type whose values are column values.
  private static <T> Type<T> same(Class<T> javaType, SqlType sqlType, Reader reader) {
    return new Type<>(javaType, sqlType, value -> value, javaType::cast, reader);
  }

  /// A type whose values are texts.
  ///
  /// @param parser may throw what says that a text is no value
  private static <T> Type<T> text(
      Class<T> javaType, SqlType sqlType, Function<T, String> writer, Function<String, T> parser) {
    return new Type<>(
        javaType,
        sqlType,
        writer::apply,
        value -> {
          try {
            return parser.apply((String) value);
          } catch (DateTimeException | IllegalArgumentException _) {
            throw new ValueRejected("", "", "a text read is no value of its column's type", null);
          }
        },
        Row::getString);
  }

  /// Text of at most `length` code points.
  public static Type<String> varchar(int length) {
    return same(String.class, new SqlType.Varchar(length), Row::getString);
  }

  /// An exact decimal number. A value with more digits after the point is rounded half up, as
  /// PostgreSQL does.
  public static Type<BigDecimal> decimal(int precision, int scale) {
    return new Type<>(
        BigDecimal.class,
        new SqlType.Numeric(precision, scale),
        value -> Conversions.rounded(value, scale),
        value -> ((BigDecimal) value).setScale(scale, RoundingMode.HALF_UP),
        Row::getBigDecimal);
  }

  /// A whole number of at most `precision` digits.
  public static Type<BigInteger> integer(int precision) {
    return new Type<>(
        BigInteger.class,
        new SqlType.Numeric(precision, 0),
        BigDecimal::new,
        Conversions::whole,
        Row::getBigDecimal);
  }

  /// A list, as an array of the database. A list that is read may be changed.
  ///
  /// @param element a type of truth values, numbers other than decimals, texts, UUIDs or names
  @SuppressWarnings("unchecked") // the class of a list has no type argument
  public static <E> Type<List<E>> list(Type<E> element) {
    return new Type<>(
        (Class<List<E>>) (Class<?>) List.class,
        new SqlType.Array(element.sqlType),
        values -> Conversions.each(values, element.toColumn),
        values -> Conversions.list((List<?>) values, element.fromColumn),
        (row, i) -> row.getList(i, element.sqlType));
  }

  /// A value that stands in one column as JSON.
  public static <T> Type<T> json(JsonType<T> json) {
    return new Type<>(
        json.javaType(),
        new SqlType.Json(),
        json::write,
        text -> json.read((String) text),
        Row::getString);
  }

  /// An enum, by the names of its constants.
  public static <T extends Enum<T>> Type<T> enumeration(Class<T> type) {
    return enumeration(type, new SqlType.Enumeration(names(type)));
  }

  /// An enum, as a type of the database's own where it has such.
  ///
  /// @param name the name of the type
  public static <T extends Enum<T>> Type<T> nativeEnum(Class<T> type, String name) {
    return enumeration(type, new SqlType.NativeEnum(name, names(type)));
  }

  private static List<String> names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }

  private static <T extends Enum<T>> Type<T> enumeration(Class<T> type, SqlType sqlType) {
    var labels = names(type);
    return new Type<>(
        type, sqlType, Enum::name, name -> constant(type, labels, (String) name), Row::getString);
  }

  /// Text that is one of these.
  public static Type<String> oneOf(List<String> labels) {
    return same(String.class, new SqlType.Enumeration(labels), Row::getString);
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
        value -> converter.toAttribute(column.fromColumn(value)),
        column.reader);
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
      case "char", "java.lang.Character" -> as(CHARACTER);
      case "java.lang.String" -> as(TEXT);
      case "[B" -> as(BYTES);
      case "java.util.UUID" -> as(UUID);
      case "java.util.Currency" -> as(CURRENCY);
      case "java.util.Locale" -> as(LOCALE);
      case "java.net.URI" -> as(URI);
      default -> ofTime(javaType);
    };
  }

  private static <T> Optional<Type<T>> ofTime(Class<T> javaType) {
    return switch (javaType.getName()) {
      case "java.time.Instant" -> as(INSTANT);
      case "java.time.LocalDate" -> as(LOCAL_DATE);
      case "java.time.LocalTime" -> as(LOCAL_TIME);
      case "java.time.LocalDateTime" -> as(LOCAL_DATE_TIME);
      case "java.time.Duration" -> as(DURATION);
      case "java.time.Year" -> as(YEAR);
      case "java.time.YearMonth" -> as(YEAR_MONTH);
      case "java.time.MonthDay" -> as(MONTH_DAY);
      case "java.time.Period" -> as(PERIOD);
      case "java.time.ZoneId", "java.time.ZoneRegion" -> as(ZONE_ID);
      case "java.time.ZoneOffset" -> as(ZONE_OFFSET);
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

  /// The attribute value for a column value that is not null.
  public T fromColumn(Object value) {
    return fromColumn.apply(value);
  }

  /// The value to compare a column with, or to compute with: as [#toColumn], but a decimal number
  /// keeps its digits, since `1.01 > 1.005` and `100.00 * 1.175` are not about `1.01` and `1.18`.
  public Object toOperand(T value) {
    if (value instanceof BigDecimal number) {
      Conversions.requireWritable(number);
      return number.signum() == 0 ? BigDecimal.ZERO : number;
    }
    return Objects.requireNonNull(toColumn(value), "value");
  }

  /// The column value in this column of the row; null for NULL.
  public @Nullable Object columnValue(Row row, int column) {
    return toColumn(read(row, column));
  }

  /// The attribute value in this column of the row; null for NULL.
  public @Nullable T read(Row row, int column) {
    if (row.isNull(column)) {
      return null;
    }
    var value = reader.read(row, column);
    return value == null ? null : fromColumn.apply(value);
  }

  /// The column value in a row.
  @FunctionalInterface
  private interface Reader {
    @Nullable Object read(Row row, int column);
  }
}
