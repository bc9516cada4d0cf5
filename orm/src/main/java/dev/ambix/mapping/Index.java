package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An index: of one attribute where it stands on a field, of the named ones where it stands on the
/// entity.
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
@Repeatable(Index.List.class)
public @interface Index {
  /// The names of the attributes, in order; only on an entity.
  String[] value() default {};

  /// The name of the index. Without it: `ix_`, the table and the columns.
  String name() default "";

  /// Holds several.
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    Index[] value();
  }
}
