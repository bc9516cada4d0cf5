//// shop/Post.java
package shop;

import dev.ambix.mapping.*;
import java.util.List;

@Entity
final class Post {
  @Id private long id;
  @ManyToOne(optional = true) private final Ref<Post> parent = Ref.of();
  @OneToMany(mappedBy = "parent") private final Many<Post> replies = Many.of();

  @Projection(of = Post.class)
  record View(
      long id,
      List<View> replies) {} // [RecursiveProjection] View.replies: a projection is read to its end; got View, which leads back to View, expected one that does not. Write a record for each level, or load entities with depth(…).

  @Projection(of = Post.class)
  record Left(
      List<Right> replies) {} // [RecursiveProjection] Left.replies: a projection is read to its end; got Right, which leads back to Left, expected one that does not. Write a record for each level, or load entities with depth(…).

  @Projection(of = Post.class)
  record Right(
      List<Left> replies) {} // [RecursiveProjection] Right.replies: a projection is read to its end; got Left, which leads back to Right, expected one that does not. Write a record for each level, or load entities with depth(…).
}
