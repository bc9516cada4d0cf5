package dev.ambix.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Fails a test when it did not send this number of statements to the database. What lifecycle
/// methods send does not count. [Statements] says what is one statement.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ExpectStatements {
  /// How many.
  int value();
}
