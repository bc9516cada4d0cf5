package dev.ambix.mapping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A CHECK constraint: what the database demands of every row. A row that does not satisfy it is a
/// `CheckViolation` with the name.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Check.List.class)
public @interface Check {
  /// The name of the constraint, such as `ck_age_possible`. `ck_` with the table and one column is
  /// that of a check that engines make for the type of the column.
  String name();

  /// The condition, as SQL with the names of columns, taken as it is: `age >= 0`.
  String sql();

  /// Holds several.
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    Check[] value();
  }
}
