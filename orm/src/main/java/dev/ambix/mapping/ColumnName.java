package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the column of an attribute.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ColumnName {
  /// The name of the column. Without this annotation it is the field name in snake case. In an
  /// embedded record, the prefix comes before it.
  String value();
}
