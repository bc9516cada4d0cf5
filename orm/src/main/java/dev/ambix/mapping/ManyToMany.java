package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A [Many] of entities that rows of a table of its own link to this one: two foreign keys, which
/// together are its primary key, and an index for the way back. Its rows go with those that they
/// link. A link that has more to say is an entity, with a [ManyToOne] to each side.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ManyToMany {
  /// The name of the table of the links; of one side only.
  String table() default "";

  /// The attribute of the other entity that names the table; with it, nothing else is given.
  String mappedBy() default "";

  /// The names of the columns that hold the key of this entity. Without them each is the name of
  /// the entity and that of the key column: `post_id`.
  String[] columns() default {};

  /// The names of the columns that hold the key of the other one: `tag_id`.
  String[] targetColumns() default {};
}
