//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;
  private final String name = ""; // [FinalAttribute] User.name: an attribute is set when its row is read; got a final field, expected one that is not. Remove `final`, or mark the field @Transient.
}
