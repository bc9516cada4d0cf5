package dev.ambix.session;

import dev.ambix.entity.EntityType;
import dev.ambix.mapping.Column.Attribute.Source;
import dev.ambix.schema.Sequence;
import dev.ambix.schema.SqlType;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes the values that the program leaves to the session: ids of version 7 and times. Safe for
/// any thread.
final class Generator {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InstantSource clock;

  Generator(InstantSource clock) {
    this.clock = clock;
  }

  /// Now, in microseconds, as every engine keeps it.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Sets the ids of an object that need no database.
  <E> void identify(EntityType<E> type, E entity) {
    for (var column : type.positions(Source.UUID_V7)) {
      if (isUnset(type.mapping().get(entity, column))) {
        type.mapping().set(entity, column, uuid());
      }
    }
  }

  /// Sets the ids that come from a sequence.
  static <E> void number(EntityType<E> type, E entity, long id) {
    for (var column : type.positions(Source.SEQUENCE)) {
      boolean wide = type.sqlType(column) instanceof SqlType.BigInt;
      type.mapping().set(entity, column, wide ? (Object) id : (Object) Math.toIntExact(id));
    }
  }

  /// Whether an object of this type waits for a number from a sequence.
  static <E> boolean needsNumber(EntityType<E> type, E entity) {
    return type.positions(Source.SEQUENCE).stream()
        .anyMatch(column -> isUnset(type.mapping().get(entity, column)));
  }

  static Sequence sequence(EntityType<?> type) {
    return type.table().sequence().orElseThrow();
  }

  /// Sets the times of a new object that the program has not set.
  <E> void stamp(EntityType<E> type, E entity) {
    var created = type.positions(Source.CREATED_AT);
    var updated = type.positions(Source.UPDATED_AT);
    if (created.isEmpty() && updated.isEmpty()) {
      return;
    }
    var now = now();
    stamp(type, entity, created, now);
    stamp(type, entity, updated, now);
  }

  private static <E> void stamp(EntityType<E> type, E entity, List<Integer> columns, Instant now) {
    for (var column : columns) {
      if (type.mapping().get(entity, column) == null) {
        type.mapping().set(entity, column, now);
      }
    }
  }

  /// Whether an id has no value yet: null, or the 0 of a primitive.
  static boolean isUnset(@Nullable Object value) {
    return value == null || (value instanceof Number number && number.longValue() == 0);
  }

  /// A UUID of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then 74 random bits.
  private UUID uuid() {
    long millis = clock.millis();
    long random = RANDOM.nextLong();
    long high = (millis << 16) | 0x7000L | (random & 0x0fffL);
    long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
