package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A UNIQUE constraint: of one attribute where it stands on a field, of the named ones where it
/// stands on the entity.
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
@Repeatable(Unique.List.class)
public @interface Unique {
  /// The names of the attributes, in order; only on an entity.
  String[] value() default {};

  /// The name of the constraint. Without it: `uq_`, the table and the columns.
  String name() default "";

  /// Holds several.
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    Unique[] value();
  }
}
