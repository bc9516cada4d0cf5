package dev.ambix.conformance.variety;

import dev.ambix.mapping.Convert;
import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Precision;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Version;
import dev.ambix.type.Converter;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An attribute of every type, and the smaller kinds of ids and versions.
@Entity
@Table("everything")
public final class Everything {
  @Id
  @Generated(Generated.Strategy.SEQUENCE)
  int id;

  @Version long version;
  boolean truth;
  byte tiny;
  short small;
  int middle;
  long big;
  float single;
  double twice;

  @Nullable Boolean maybeTruth;
  @Nullable Byte maybeTiny;
  @Nullable Short maybeSmall;
  @Nullable Integer maybeMiddle;
  @Nullable Long maybeBig;
  @Nullable Float maybeSingle;
  @Nullable Double maybeTwice;

  @Nullable String text;

  @Length(10)
  @Nullable String word;

  byte @Nullable [] bytes;

  @Precision(value = 12, scale = 3)
  @Nullable BigDecimal decimal;

  @Precision(value = 30, scale = 6)
  @Nullable BigDecimal wide;

  @Nullable UUID uuid;
  @Nullable Instant instant;
  @Nullable LocalDate date;
  @Nullable LocalTime time;
  @Nullable LocalDateTime dateTime;
  @Nullable Duration duration;
  @Nullable DayOfWeek day;

  @Convert(UriConverter.class)
  @Nullable URI uri;

  /// Keeps a URI as text.
  public static final class UriConverter implements Converter<URI, String> {
    @Override
    public String toColumn(URI attribute) {
      return attribute.toString();
    }

    @Override
    public URI toAttribute(String column) {
      return URI.create(column);
    }
  }
}
