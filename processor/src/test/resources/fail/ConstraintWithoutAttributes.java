//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
@Index // [ConstraintWithoutAttributes] User: on a class, @Index names attributes; got none, expected at least one. Name them: @Index({"first", "second"}).
@Unique // [ConstraintWithoutAttributes] User: on a class, @Unique names attributes; got none, expected at least one. Name them: @Unique({"first", "second"}).
final class User {
  @Id private long id;
}
