//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id @Generated private String id; // [UnsupportedGeneration] User.id: no id of this type is generated this way; got java.lang.String with AUTO, expected int or long, or a UUID with AUTO. Change the type or the strategy.
}
//// shop/Post.java
package shop;

import dev.ambix.mapping.*;
import java.util.UUID;

@Entity
final class Post {
  @Id @Generated(Generated.Strategy.SEQUENCE) private UUID id; // [UnsupportedGeneration] Post.id: no id of this type is generated this way; got java.util.UUID with SEQUENCE, expected int or long, or a UUID with AUTO. Change the type or the strategy.
}
//// shop/Line.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Line {
  @Id private long order;
  @Id @Generated private long number; // [UnsupportedGeneration] Line.number: a part of a key is not generated; got 2 attributes with @Id, expected one. Remove @Generated, or the other @Id.
}
