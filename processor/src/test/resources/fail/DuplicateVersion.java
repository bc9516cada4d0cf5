//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;
  @Version private int first;
  @Version private int second; // [DuplicateVersion] User.second: a row has one version; got @Version here and on `first`, expected one of them. Remove one.
}
