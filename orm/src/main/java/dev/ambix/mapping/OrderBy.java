package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The order in which a [Many] is loaded.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface OrderBy {
  /// Attributes of the other entity, the first counting most, each with ` desc` where the greatest
  /// comes first: `{"rank desc", "id"}`.
  String[] value();
}
