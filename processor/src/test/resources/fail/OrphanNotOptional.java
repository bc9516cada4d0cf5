//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Post {
  @Id private long id;
  @ManyToOne private final Ref<Post> parent = Ref.of();
  @OneToMany(mappedBy = "parent") private final Many<Post> replies = Many.of(); // [OrphanNotOptional] Post.replies: what is taken out could not be written; got `Post.parent`, which is not optional, and no orphan removal, expected one of them. Add orphanRemoval = true here, or optional = true there.
}
