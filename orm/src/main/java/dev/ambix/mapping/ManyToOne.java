package dev.ambix.mapping;

import dev.ambix.schema.OnDelete;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A [Ref] to an entity that many others refer to: columns that hold its key, a foreign key, and an
/// index on it unless another one serves.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ManyToOne {
  /// Whether it may refer to nothing; the columns may then be NULL.
  boolean optional() default false;

  /// What the database does to this row when the row it refers to is deleted.
  OnDelete onDelete() default OnDelete.NO_ACTION;

  /// Whether the check waits for the commit.
  boolean deferred() default false;

  /// The names of the columns, one for each of the key, in its order. Without them each is the name
  /// of the attribute and that of the key column: `author_id`.
  String[] columns() default {};
}
