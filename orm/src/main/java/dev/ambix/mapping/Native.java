package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Keeps an enum as a type of the database's own, ordered as its constants are: `create type … as
/// enum` of PostgreSQL. An engine without such types keeps the names as text, in a CHECK.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Native {
  /// The name of the type. Without it: the name of the enum in snake case.
  String value() default "";
}
