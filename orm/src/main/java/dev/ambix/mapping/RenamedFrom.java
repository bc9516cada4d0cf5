package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what a table or a column was called before, so that the next generated revision gives it
/// its new name instead of dropping one and adding another. It matters while there is something of
/// the former name and nothing of the new one; after that it may go.
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface RenamedFrom {
  /// The former name: of the table on an entity, of the column on a field. In an embedded record it
  /// is the name without the prefix.
  String value();
}
