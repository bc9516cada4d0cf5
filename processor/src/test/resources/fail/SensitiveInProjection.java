//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;
  @Sensitive private String passwordHash;

  @Projection(of = User.class)
  record Card(long id, String passwordHash) {} // [SensitiveInProjection] Card.passwordHash: the attribute stays out of answers; got `User.passwordHash`, which is @Sensitive, expected another. Remove the component.
}
