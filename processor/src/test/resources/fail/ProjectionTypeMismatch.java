//// shop/User.java
package shop;

import dev.ambix.mapping.*;
import org.jspecify.annotations.Nullable;

@Entity
final class User {
  @Id private long id;
  private @Nullable String name;

  @Projection(of = User.class)
  record Card(
      int id, // [ProjectionTypeMismatch] Card.id: the attribute has another type; got int, expected long as `User.id`. Change the type of the component.
      String name) {} // [ProjectionTypeMismatch] Card.name: the attribute has another type; got java.lang.String, expected @Nullable java.lang.String as `User.name`. Change the type of the component.
}
