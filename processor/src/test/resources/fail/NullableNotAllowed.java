//// shop/User.java
package shop;

import dev.ambix.mapping.*;
import org.jspecify.annotations.Nullable;

@Entity
final class User {
  @Id private @Nullable Long id; // [NullableNotAllowed] User.id: a key is never NULL; got @Nullable, expected an attribute without it. Remove @Nullable.
}
