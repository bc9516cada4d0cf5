package dev.ambix.conformance.variety;

import dev.ambix.mapping.Convert;
import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Json;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Native;
import dev.ambix.mapping.Precision;
import dev.ambix.mapping.Table;
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
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An attribute of every type that may be null, for values at the limits of each.
@Entity
@Table("kinds")
public final class Kinds {
  @Id @Generated long id;

  char letter = 'x';
  @Nullable Boolean bool;
  @Nullable Byte int8;
  @Nullable Short int16;
  @Nullable Integer int32;
  @Nullable Long int64;
  @Nullable Float float32;
  @Nullable Double float64;
  @Nullable Character character;
  @Nullable String text;

  @Length(4)
  @Nullable String varchar;

  byte @Nullable [] bytes;

  @Precision(value = 12, scale = 3)
  @Nullable BigDecimal decimal;

  @Precision(value = 40, scale = 10)
  @Nullable BigDecimal wideDecimal;

  @Precision(15)
  @Nullable BigInteger integer;

  @Precision(60)
  @Nullable BigInteger wideInteger;

  @Nullable UUID uuid;
  @Nullable Instant instant;
  @Nullable LocalDate date;
  @Nullable LocalTime time;
  @Nullable LocalDateTime dateTime;
  @Nullable Duration duration;
  @Nullable Period period;
  @Nullable Year year;
  @Nullable YearMonth yearMonth;
  @Nullable MonthDay monthDay;
  @Nullable ZoneId zone;
  @Nullable ZoneOffset offset;
  @Nullable Month month;
  @Nullable Currency currency;
  @Nullable Locale locale;
  @Nullable URI uri;

  @Native @Nullable Mood mood;
  @Nullable List<Boolean> bools;
  @Nullable List<Short> int16s;
  @Nullable List<Integer> int32s;
  @Nullable List<Long> int64s;
  @Nullable List<Float> float32s;
  @Nullable List<Double> float64s;
  @Nullable List<String> texts;
  @Nullable List<UUID> uuids;
  @Nullable List<Month> months;

  @Json @Nullable Settings settings;
  @Json @Nullable List<Settings> settingsList;
  @Json @Nullable Map<String, List<Integer>> numbers;

  /// In the order of PostgreSQL, which is not that of the names.
  enum Mood {
    SAD,
    @SuppressWarnings("unused") // the one in between
    MEH,
    HAPPY
  }

  /// Something of everything.
  @SuppressWarnings("ArrayRecordComponent") // it is compared by its JSON
  record Settings(
      String name,
      boolean dark,
      @Nullable Integer size,
      double ratio,
      long big,
      char letter,
      @Nullable BigDecimal amount,
      @Precision(value = 6, scale = 2) @Nullable BigDecimal price,
      @Nullable Instant since,
      @Nullable LocalTime time,
      @Nullable Duration duration,
      @Nullable Month month,
      byte @Nullable [] bytes,
      @Convert(Everything.UriConverter.class) @Nullable URI uri,
      List<String> tags,
      Map<String, Place> places,
      @Nullable Place place) {}

  /// A record in a record.
  record Place(String city, @Nullable UUID id) {}
}
