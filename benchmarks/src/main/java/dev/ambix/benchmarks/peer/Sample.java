package dev.ambix.benchmarks.peer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The values of the objects that are inserted.
public final class Sample {
  /// The table.
  public static final String TABLE = "customers";

  private static final int KINDS = 1_000;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00.123456Z");
  private static final String[] NAMES = texts("Ann Customer ");
  private static final String[] EMAILS = texts("ann.customer@example.org ");
  private static final String[] PHONES = texts("+41 44 000 ");
  private static final Instant[] TIMES = times();

  private Sample() {}

  static String name(int i) {
    return NAMES[i % KINDS];
  }

  static String email(int i) {
    return EMAILS[i % KINDS];
  }

  /// A third has none.
  static @Nullable String phone(int i) {
    return i % 3 == 0 ? null : PHONES[i % KINDS];
  }

  static int points(int i) {
    return i * 7 % 10_000;
  }

  static boolean active(int i) {
    return i % 5 != 0;
  }

  static Instant joined(int i) {
    return TIMES[i % KINDS];
  }

  private static String[] texts(String prefix) {
    var texts = new String[KINDS];
    for (int i = 0; i < KINDS; i++) {
      texts[i] = prefix + i;
    }
    return texts;
  }

  private static Instant[] times() {
    var times = new Instant[KINDS];
    for (int i = 0; i < KINDS; i++) {
      times[i] = START.plusSeconds(3_607L * i);
    }
    return times;
  }
}
