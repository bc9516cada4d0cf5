package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What the database puts into a column that an INSERT does not name. An attribute that is null
/// when its object is inserted is not named, and is read back.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Default {
  /// A constant, written as text: `0`, `true`, `draft`. Exactly one of `value` and `sql` is given.
  String value() default "\0";

  /// An SQL expression, such as `random()`, taken as it is.
  String sql() default "";
}
