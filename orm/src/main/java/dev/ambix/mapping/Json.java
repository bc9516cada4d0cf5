package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Keeps an attribute as JSON in one column: a record, whose components stand in JSON in turn, a
/// `List`, or a `Map` with names as its keys.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Json {}
