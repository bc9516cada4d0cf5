package dev.ambix.mapping;

import dev.ambix.schema.OnDelete;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A plain attribute that holds the key of another entity: a foreign key, and an index on it.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface References {
  /// The entity that this attribute refers to; it has a key of one column, of this type.
  Class<?> value();

  /// What the database does to this row when the row it refers to is deleted.
  OnDelete onDelete() default OnDelete.NO_ACTION;

  /// Whether the check waits for the commit.
  boolean deferred() default false;
}
