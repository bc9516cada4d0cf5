package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An id that is made when its object is added or inserted, so that the program never sets it.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Generated {
  /// How it is made. A `UUID` is always version 7.
  Strategy value() default Strategy.AUTO;

  /// How an id is made.
  enum Strategy {
    /// [#IDENTITY] for a number, version 7 for a `UUID`.
    AUTO,
    /// By the database, a row at a time, known after the flush.
    IDENTITY,
    /// From a sequence of the database, [#BLOCK] numbers at a time, known after the flush.
    SEQUENCE;

    /// How many numbers are taken from a sequence at a time.
    public static final int BLOCK = 50;
  }
}
