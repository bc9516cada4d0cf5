//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User { // [GeneratedNameTaken] User: the class that is generated for it has the name of another; got shop.User_ twice, expected it once. Rename one of the classes.
  @Id private long id;
}
//// shop/User_.java
package shop;

class User_ {}
