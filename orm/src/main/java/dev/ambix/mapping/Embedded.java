package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A record whose components are columns of this table. A `@Nullable` one is null when all its
/// columns are NULL.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Embedded {
  /// Put before the column name of each component. Without it: the field name and an underscore.
  String prefix() default "\0";
}
