package dev.ambix.conformance.variety;

import dev.ambix.conformance.variety.Kinds.Place;
import dev.ambix.conformance.variety.Kinds.Settings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Records for columns of JSON.
final class KindsJson {
  private KindsJson() {}

  static Settings least() {
    return new Settings(
        "",
        false,
        null,
        -Double.MAX_VALUE,
        Long.MIN_VALUE,
        ' ',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        Map.of(),
        null);
  }

  static Settings most() {
    return new Settings(
        "\"\\/\b\f\n\r\t\u0001 \u00E9\u2028\uD83D\uDE00",
        true,
        Integer.MAX_VALUE,
        Double.MIN_VALUE,
        Long.MAX_VALUE,
        '\u00E9',
        new BigDecimal("9".repeat(40) + ".10"),
        new BigDecimal("1234.50"),
        Instant.parse("9999-12-31T23:59:59.999999Z"),
        LocalTime.MIN,
        Duration.ofNanos(-1_000),
        Month.MAY,
        new byte[] {0, -1},
        URI.create("https://example.org/?a=b#c"),
        List.of("", "NULL", "{}"),
        Map.of("b", new Place("Bern", null), "a", new Place("", new UUID(-1, -1))),
        new Place("\uD83D\uDE00", new UUID(0, 1)));
  }
}
