package dev.ambix.benchmarks.peer;

import dev.ambix.dialect.FixedTime;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Times on SQLite as text, for Hibernate: as all contestants keep them there.
@Converter
public final class TextTime implements AttributeConverter<Instant, String> {
  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Instant time) {
    return time == null ? null : FixedTime.of(time);
  }

  @Override
  public @Nullable Instant convertToEntityAttribute(@Nullable String text) {
    return text == null ? null : FixedTime.instant(text);
  }
}
