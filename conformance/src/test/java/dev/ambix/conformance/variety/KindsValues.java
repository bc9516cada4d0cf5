package dev.ambix.conformance.variety;

import dev.ambix.mapping.Column;
import dev.ambix.query.Order;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A type of attribute, and values of it from the least to the greatest.
///
/// @param order by its values, where they have an order on every engine
/// @param <T> the type
record KindsValues<T>(
    Column<Kinds, T> column,
    Function<Kinds, @Nullable T> getter,
    BiConsumer<Kinds, T> setter,
    Optional<Order> order,
    List<T> values) {
  @SafeVarargs
  @SuppressWarnings("varargs") // the values are only listed
  private static <T> KindsValues<T> ordered(
      Column<Kinds, T> column,
      Function<Kinds, @Nullable T> getter,
      BiConsumer<Kinds, T> setter,
      T... values) {
    return new KindsValues<>(column, getter, setter, Optional.of(column.asc()), List.of(values));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the values are only listed
  private static <T> KindsValues<T> unordered(
      Column<Kinds, T> column,
      Function<Kinds, @Nullable T> getter,
      BiConsumer<Kinds, T> setter,
      T... values) {
    return new KindsValues<>(column, getter, setter, Optional.empty(), List.of(values));
  }

  /// An object that has each of the values.
  List<Kinds> objects() {
    return values.stream().map(this::object).toList();
  }

  Kinds object(T value) {
    var object = new Kinds();
    setter.accept(object, value);
    return object;
  }

  static List<KindsValues<?>> all() {
    return Stream.of(
            numbers(),
            floats(),
            decimals(),
            texts(),
            times(),
            spans(),
            others(),
            lists(),
            moreLists(),
            json())
        .flatMap(List::stream)
        .toList();
  }

  private static List<KindsValues<?>> numbers() {
    return List.of(
        ordered(Kinds_.bool, it -> it.bool, (it, value) -> it.bool = value, false, true),
        ordered(Kinds_.int8, it -> it.int8, (it, v) -> it.int8 = v, Byte.MIN_VALUE, Byte.MAX_VALUE),
        ordered(
            Kinds_.int16,
            it -> it.int16,
            (it, v) -> it.int16 = v,
            Short.MIN_VALUE,
            (short) 0,
            Short.MAX_VALUE),
        ordered(
            Kinds_.int32,
            it -> it.int32,
            (it, v) -> it.int32 = v,
            Integer.MIN_VALUE,
            0,
            Integer.MAX_VALUE),
        ordered(
            Kinds_.int64,
            it -> it.int64,
            (it, v) -> it.int64 = v,
            Long.MIN_VALUE,
            (1L << 53) + 1,
            Long.MAX_VALUE));
  }

  private static List<KindsValues<?>> floats() {
    return List.of(
        ordered(
            Kinds_.float32,
            it -> it.float32,
            (it, v) -> it.float32 = v,
            Float.NEGATIVE_INFINITY,
            -Float.MAX_VALUE,
            Float.MIN_VALUE,
            0.1f,
            Float.MAX_VALUE,
            Float.POSITIVE_INFINITY),
        ordered(
            Kinds_.float64,
            it -> it.float64,
            (it, v) -> it.float64 = v,
            Double.NEGATIVE_INFINITY,
            -Double.MAX_VALUE,
            Double.MIN_VALUE,
            0.1,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY));
  }

  private static List<KindsValues<?>> decimals() {
    return List.of(
        ordered(
            Kinds_.decimal,
            it -> it.decimal,
            (it, v) -> it.decimal = v,
            new BigDecimal("-999999999.999"),
            new BigDecimal("0.001"),
            new BigDecimal("999999999.999")),
        unordered(
            Kinds_.wideDecimal,
            it -> it.wideDecimal,
            (it, v) -> it.wideDecimal = v,
            new BigDecimal("-" + "9".repeat(30) + ".9999999999"),
            new BigDecimal("0.0000000001"),
            new BigDecimal("9".repeat(30) + ".9999999999")),
        ordered(
            Kinds_.integer,
            it -> it.integer,
            (it, v) -> it.integer = v,
            new BigInteger("-" + "9".repeat(15)),
            BigInteger.ZERO,
            new BigInteger("9".repeat(15))),
        unordered(
            Kinds_.wideInteger,
            it -> it.wideInteger,
            (it, v) -> it.wideInteger = v,
            new BigInteger("-" + "9".repeat(60)),
            BigInteger.ZERO,
            new BigInteger("9".repeat(60))));
  }

  private static List<KindsValues<?>> texts() {
    return List.of(
        unordered(
            Kinds_.character, it -> it.character, (it, v) -> it.character = v, ' ', 'a', '\uFFFD'),
        unordered(
            Kinds_.text,
            it -> it.text,
            (it, v) -> it.text = v,
            "",
            " ",
            "\u0001\t\r\n'\"\\%_?:x",
            "\uD83D\uDE00\uDBFF\uDFFD e\u0301 \uFEFF"),
        unordered(
            Kinds_.varchar,
            it -> it.varchar,
            (it, v) -> it.varchar = v,
            "",
            "abc ",
            "\uD83D\uDE00".repeat(4)),
        unordered(
            Kinds_.bytes,
            it -> it.bytes,
            (it, v) -> it.bytes = v,
            new byte[0],
            new byte[] {0, -1, 127, -128},
            new byte[100_000]),
        ordered(
            Kinds_.uuid,
            it -> it.uuid,
            (it, v) -> it.uuid = v,
            new UUID(0, 0),
            new UUID(Long.MAX_VALUE, 1),
            new UUID(-1, -1)));
  }

  private static List<KindsValues<?>> times() {
    return List.of(
        ordered(
            Kinds_.instant,
            it -> it.instant,
            (it, v) -> it.instant = v,
            Instant.parse("0000-01-01T00:00:00Z"),
            Instant.parse("1582-10-10T12:00:00Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("2026-10-25T00:30:00Z"),
            Instant.parse("2026-10-25T01:30:00Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z")),
        ordered(
            Kinds_.date,
            it -> it.date,
            (it, v) -> it.date = v,
            LocalDate.of(0, 1, 1),
            LocalDate.of(1582, 10, 10),
            LocalDate.of(2000, 2, 29),
            LocalDate.of(9999, 12, 31)),
        ordered(
            Kinds_.time,
            it -> it.time,
            (it, v) -> it.time = v,
            LocalTime.MIN,
            LocalTime.NOON,
            LocalTime.parse("23:59:59.999999")),
        ordered(
            Kinds_.dateTime,
            it -> it.dateTime,
            (it, v) -> it.dateTime = v,
            LocalDateTime.parse("0000-01-01T00:00:00"),
            LocalDateTime.parse("2026-03-29T02:30:00"),
            LocalDateTime.parse("9999-12-31T23:59:59.999999")));
  }

  private static List<KindsValues<?>> spans() {
    return List.of(
        ordered(
            Kinds_.duration,
            it -> it.duration,
            (it, v) -> it.duration = v,
            Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS),
            Duration.ofNanos(-1_000),
            Duration.ZERO,
            Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS)),
        unordered(
            Kinds_.period,
            it -> it.period,
            (it, v) -> it.period = v,
            Period.of(Integer.MIN_VALUE, Integer.MAX_VALUE, -1),
            Period.ZERO),
        ordered(
            Kinds_.year,
            it -> it.year,
            (it, v) -> it.year = v,
            Year.of(Year.MIN_VALUE),
            Year.of(Year.MAX_VALUE)),
        ordered(
            Kinds_.yearMonth,
            it -> it.yearMonth,
            (it, v) -> it.yearMonth = v,
            YearMonth.of(0, 1),
            YearMonth.of(999, 12),
            YearMonth.of(9999, 12)),
        ordered(
            Kinds_.monthDay,
            it -> it.monthDay,
            (it, v) -> it.monthDay = v,
            MonthDay.of(1, 1),
            MonthDay.of(2, 29),
            MonthDay.of(12, 31)));
  }

  private static List<KindsValues<?>> lists() {
    return List.of(
        unordered(Kinds_.mood, it -> it.mood, (it, v) -> it.mood = v, Kinds.Mood.values()),
        list(Kinds_.bools, it -> it.bools, (it, v) -> it.bools = v, true, false),
        list(
            Kinds_.int16s,
            it -> it.int16s,
            (it, v) -> it.int16s = v,
            Short.MIN_VALUE,
            Short.MAX_VALUE),
        list(
            Kinds_.int32s,
            it -> it.int32s,
            (it, v) -> it.int32s = v,
            Integer.MIN_VALUE,
            Integer.MAX_VALUE),
        list(
            Kinds_.int64s,
            it -> it.int64s,
            (it, v) -> it.int64s = v,
            Long.MIN_VALUE,
            Long.MAX_VALUE));
  }

  private static List<KindsValues<?>> moreLists() {
    return List.of(
        list(Kinds_.float32s, it -> it.float32s, (it, v) -> it.float32s = v, 0.1f, Float.MAX_VALUE),
        list(
            Kinds_.float64s,
            it -> it.float64s,
            (it, v) -> it.float64s = v,
            0.1,
            Double.MIN_VALUE,
            Double.MAX_VALUE),
        list(
            Kinds_.texts,
            it -> it.texts,
            (it, v) -> it.texts = v,
            "",
            "NULL",
            " {,}\"\\'\u0001\n",
            "\uD83D\uDE00"),
        list(
            Kinds_.uuids,
            it -> it.uuids,
            (it, v) -> it.uuids = v,
            new UUID(0, 0),
            new UUID(-1, -1)),
        list(
            Kinds_.months,
            it -> it.months,
            (it, v) -> it.months = v,
            Month.JANUARY,
            Month.DECEMBER));
  }

  /// Lists of none, of one and of all of the elements.
  @SafeVarargs
  @SuppressWarnings("varargs") // the elements are only listed
  private static <T> KindsValues<List<T>> list(
      Column<Kinds, List<T>> column,
      Function<Kinds, @Nullable List<T>> getter,
      BiConsumer<Kinds, List<T>> setter,
      T... elements) {
    var values = List.of(List.<T>of(), List.of(elements[0]), List.of(elements));
    return new KindsValues<>(column, getter, setter, Optional.empty(), values);
  }

  private static List<KindsValues<?>> json() {
    var least = KindsJson.least();
    var most = KindsJson.most();
    return List.of(
        unordered(Kinds_.settings, it -> it.settings, (it, v) -> it.settings = v, least, most),
        new KindsValues<>(
            Kinds_.settingsList,
            it -> it.settingsList,
            (it, v) -> it.settingsList = v,
            Optional.empty(),
            List.of(List.of(), List.of(least, most))),
        new KindsValues<>(
            Kinds_.numbers,
            it -> it.numbers,
            (it, v) -> it.numbers = v,
            Optional.empty(),
            List.of(
                Map.of(),
                Map.of("", List.of(), "a\"\\\uD83D\uDE00", List.of(1, 2), "z", List.of(3)))));
  }

  private static List<KindsValues<?>> others() {
    return List.of(
        unordered(
            Kinds_.zone,
            it -> it.zone,
            (it, v) -> it.zone = v,
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("UTC"),
            ZoneOffset.UTC),
        unordered(
            Kinds_.offset,
            it -> it.offset,
            (it, v) -> it.offset = v,
            ZoneOffset.MIN,
            ZoneOffset.UTC,
            ZoneOffset.ofHoursMinutesSeconds(1, 2, 3)),
        unordered(
            Kinds_.month, it -> it.month, (it, v) -> it.month = v, Month.JANUARY, Month.DECEMBER),
        unordered(
            Kinds_.currency,
            it -> it.currency,
            (it, v) -> it.currency = v,
            Currency.getInstance("EUR"),
            Currency.getInstance("XXX")),
        unordered(
            Kinds_.locale,
            it -> it.locale,
            (it, v) -> it.locale = v,
            Locale.ROOT,
            Locale.forLanguageTag("zh-Hant-TW-u-ca-roc")),
        unordered(
            Kinds_.uri,
            it -> it.uri,
            (it, v) -> it.uri = v,
            URI.create(""),
            URI.create("https://example.org/?a=b#c")));
  }
}
