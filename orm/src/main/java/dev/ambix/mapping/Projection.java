package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A record that is read straight from a result. With `of`, its components name attributes of that
/// entity and have their types, and a query for it reads just those columns. Without, it takes the
/// rows of a constant SQL text, whose columns have the names of the components in snake case.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Projection {
  /// The entity that is read, or `void` for the rows of an SQL text.
  Class<?> of() default void.class;
}
