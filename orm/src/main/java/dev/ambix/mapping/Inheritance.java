package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The root of a hierarchy of entities: an abstract sealed class, whose subtypes are final entities
/// or sealed classes in turn. A query of it reads the right subtypes with one statement.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Inheritance {
  /// Where the attributes of the subtypes stand.
  Strategy value();

  /// The column that says which subtype a row is of.
  String column() default "kind";

  /// Where the attributes of the subtypes stand.
  enum Strategy {
    /// All in the table of the root, NULL in the rows of other subtypes.
    SINGLE_TABLE,
    /// Those of each subtype in a table of its own, whose key is that of the root.
    JOINED
  }

  /// What the column holds for a subtype, in place of the simple name of its class.
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface Kind {
    String value();
  }
}
