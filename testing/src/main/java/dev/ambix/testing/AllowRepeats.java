package dev.ambix.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Lets a test, or the tests of a class, send the same query again and again from one place. All
/// others fail with `RepeatedQuery` at the third time, since a query in a loop is most often one
/// that should stand before it (N+1).
///
/// The same query is the same text, sent by one session through the same calls from the same lines.
/// Statements that write do not count, nor do lifecycle methods.
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowRepeats {
  /// How many times at the most; without it, any number.
  int value() default Integer.MAX_VALUE;
}
