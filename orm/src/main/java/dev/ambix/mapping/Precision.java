package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The size of a `BigDecimal`, which has none by itself.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Precision {
  /// The number of significant digits, 1 to 1000. SQLite computes with 15.
  int value();

  /// The number of digits after the point, 0 to `value`.
  int scale() default 0;
}
