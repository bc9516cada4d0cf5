package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An `Instant` that is set when the row is inserted, unless the program has set it.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface CreatedAt {}
