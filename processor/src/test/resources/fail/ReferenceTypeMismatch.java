//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Post {
  @Id private long id;
  @References(Post.class) private int parent; // [ReferenceTypeMismatch] Post.parent: it cannot hold the key that it refers to; got int, expected long as `Post.id`. Change the type of the attribute.
}
