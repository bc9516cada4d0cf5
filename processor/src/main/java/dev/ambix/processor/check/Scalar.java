package dev.ambix.processor.check;

import dev.ambix.processor.read.JavaType;
import java.util.Arrays;
import java.util.Optional;

/// The Java types that a column takes without a further word. The names are those of the constants
/// of `dev.ambix.type.Type`.
public enum Scalar {
  BOOLEAN("java.lang.Boolean"),
  BYTE("java.lang.Byte"),
  SHORT("java.lang.Short"),
  INTEGER("java.lang.Integer"),
  LONG("java.lang.Long"),
  FLOAT("java.lang.Float"),
  DOUBLE("java.lang.Double"),
  TEXT("java.lang.String"),
  BYTES("byte[]"),
  UUID("java.util.UUID"),
  INSTANT("java.time.Instant"),
  LOCAL_DATE("java.time.LocalDate"),
  LOCAL_TIME("java.time.LocalTime"),
  LOCAL_DATE_TIME("java.time.LocalDateTime"),
  DURATION("java.time.Duration"),
  CHARACTER("java.lang.Character"),
  YEAR("java.time.Year"),
  YEAR_MONTH("java.time.YearMonth"),
  MONTH_DAY("java.time.MonthDay"),
  PERIOD("java.time.Period"),
  ZONE_ID("java.time.ZoneId"),
  ZONE_OFFSET("java.time.ZoneOffset"),
  CURRENCY("java.util.Currency"),
  LOCALE("java.util.Locale"),
  URI("java.net.URI");

  private final String javaType;

  Scalar(String javaType) {
    this.javaType = javaType;
  }

  /// The one for this Java type, which may be primitive.
  static Optional<Scalar> of(JavaType type) {
    var name = type.boxed().toString();
    return Arrays.stream(values()).filter(each -> each.javaType.equals(name)).findFirst();
  }

  /// The Java type, boxed.
  public JavaType javaType() {
    return this == BYTES
        ? new JavaType.Array(new JavaType.Primitive("byte"))
        : JavaType.named(javaType);
  }

  /// Whether it is a number.
  public boolean isNumber() {
    return compareTo(BYTE) >= 0 && compareTo(DOUBLE) <= 0;
  }

  /// Whether a row or a column holds it as another class, so that its type converts it.
  public boolean isConverted() {
    return compareTo(DURATION) >= 0;
  }

  /// Whether arrays of every engine have elements of this type.
  boolean isElement() {
    return switch (this) {
      case BOOLEAN, SHORT, INTEGER, LONG, FLOAT, DOUBLE, TEXT, UUID -> true;
      case BYTE,
          BYTES,
          INSTANT,
          LOCAL_DATE,
          LOCAL_TIME,
          LOCAL_DATE_TIME,
          DURATION,
          CHARACTER,
          YEAR,
          YEAR_MONTH,
          MONTH_DAY,
          PERIOD,
          ZONE_ID,
          ZONE_OFFSET,
          CURRENCY,
          LOCALE,
          URI ->
          false;
    };
  }

  /// Whether it is a number without a fraction.
  public boolean isInteger() {
    return compareTo(BYTE) >= 0 && compareTo(LONG) <= 0;
  }
}
