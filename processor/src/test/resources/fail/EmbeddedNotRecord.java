//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;
  @Embedded private Thread thread; // [EmbeddedNotRecord] User.thread: only a record is embedded; got java.lang.Thread, expected a record with components and without type parameters. Make the type such a record, or remove @Embedded.
  @Embedded private Pair<String> pair; // [EmbeddedNotRecord] User.pair: only a record is embedded; got shop.User.Pair<java.lang.String>, expected a record with components and without type parameters. Make the type such a record, or remove @Embedded.

  @Embedded private Nothing nothing; // [EmbeddedNotRecord] User.nothing: only a record is embedded; got shop.User.Nothing, expected a record with components and without type parameters. Make the type such a record, or remove @Embedded.

  record Pair<T>(T left, T right) {}

  record Nothing() {}
}
