package dev.ambix.mapping;

import dev.ambix.schema.OnDelete;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A [Ref] to an entity that no other row refers to: as [ManyToOne], with a unique key on the
/// columns. With `mappedBy` it is the other side: it has no columns.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface OneToOne {
  /// The attribute of the other entity that refers to this one; with it, nothing else is given.
  String mappedBy() default "";

  /// Whether it may refer to nothing; the columns may then be NULL.
  boolean optional() default false;

  /// What the database does to this row when the row it refers to is deleted.
  OnDelete onDelete() default OnDelete.NO_ACTION;

  /// Whether the check waits for the commit.
  boolean deferred() default false;

  /// The names of the columns, as in [ManyToOne#columns].
  String[] columns() default {};
}
