package dev.ambix.conformance.variety;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
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
import java.util.Locale;
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
}
