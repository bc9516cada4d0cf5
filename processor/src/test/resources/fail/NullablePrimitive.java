//// shop/User.java
package shop;

import dev.ambix.mapping.*;
import org.jspecify.annotations.Nullable;

@Entity
final class User {
  @Id private long id;
  private @Nullable int age; // [NullablePrimitive] User.age: a primitive is never null; got @Nullable int, expected java.lang.Integer. Use the class instead of the primitive.
  private @Nullable byte[] picture; // [NullablePrimitive] User.picture: a byte is never null; got `@Nullable byte[]`, expected `byte @Nullable []`. Move the annotation before the brackets.
}
