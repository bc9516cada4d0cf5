//// shop/Post.java
package shop;

import dev.ambix.mapping.*;
import dev.ambix.schema.OnDelete;

@Entity
final class Post {
  @Id private long id;
  @References(value = Post.class, onDelete = OnDelete.SET_NULL) private long parent; // [SetNullNotNullable] Post.parent: a deletion would put NULL where there is none; got onDelete = SET_NULL on an attribute that is NOT NULL, expected a @Nullable one. Add @Nullable, or choose CASCADE or NO_ACTION.
}
