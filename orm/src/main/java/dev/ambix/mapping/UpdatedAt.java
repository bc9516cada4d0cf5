package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An `Instant` that is set when the row is inserted and whenever it is updated.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface UpdatedAt {}
