//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User { // [EntityWithoutId] User: a row is known by its key; got no @Id, expected at least one. Add `@Id @Generated private long id;`.
  private String name;
}
//// shop/Order.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Order {
  @Id private long id;
  @References(User.class) private long user;
}
