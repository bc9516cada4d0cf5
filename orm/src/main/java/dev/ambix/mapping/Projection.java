package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A record that is read straight from a result. With `of`, its components name attributes of that
/// entity and have their types, and a query for it reads just those columns. Without, it takes the
/// rows of a constant SQL text, whose columns have the names of the components in snake case.
///
/// A component that names a to-one association is a projection of its entity, `@Nullable` where
/// there may be none; one that names a to-many association is a `List` of such projections.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Projection {
  /// The entity that is read, or `void` for the rows of an SQL text.
  Class<?> of() default void.class;

  /// The attribute that a component is read from, where it has another name or stands behind to-one
  /// associations: `@Of("author.username") String author`.
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.FIELD)
  @interface Of {
    /// The attributes from the entity to there, with dots between them.
    String value();
  }
}
