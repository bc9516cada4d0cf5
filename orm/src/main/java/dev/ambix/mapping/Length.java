package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Limits a text. A longer one is `ValueRejected` before it reaches the database, on every engine.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Length {
  /// The limit in Unicode code points, at least 1.
  int value();
}
