//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;
  @Length(0) private String name; // [InvalidLength] User.name: no text is that short; got @Length(0), expected at least 1. Give the most code points that the text may have.
}
