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

  /// Whether no two rows of the index may have the same values. A [Unique] constraint is the same
  /// for all rows; this is for those that `where` picks.
  boolean unique() default false;

  /// The condition of the rows that it has, as SQL with the names of columns, taken as it is:
  /// `deleted_at is null`. Without it: all rows.
  String where() default "";

  /// Holds several.
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    Index[] value();
  }
}
