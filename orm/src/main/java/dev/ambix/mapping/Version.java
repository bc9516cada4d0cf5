package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Counts the changes of a row, in an `int` or `long`: an UPDATE or DELETE names the version that
/// was read, and one that matches no row is `StaleEntity`.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Version {}
