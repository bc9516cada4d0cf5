//// shop/Views.java
package shop;

import dev.ambix.mapping.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Views {
  @Projection(of = Post.class)
  record View(
      Card parent, // [ProjectionTypeMismatch] View.parent: the attribute has another type; got shop.Views.Card, expected @Nullable and a record with @Projection(of = Post.class). Change the type of the component.
      @Nullable Other post, // [ProjectionTypeMismatch] View.post: the attribute has another type; got @Nullable shop.Views.Other, expected a record with @Projection(of = Post.class). Change the type of the component.
      List<Other> replies, // [ProjectionTypeMismatch] View.replies: the attribute has another type; got java.util.List<shop.Views.Other>, expected a List of a record with @Projection(of = Post.class). Change the type of the component.
      @Projection.Of("replies") Card one, // [ProjectionTypeMismatch] View.one: the attribute has another type; got shop.Views.Card, expected a List of a record with @Projection(of = Post.class). Change the type of the component.
      @Projection.Of("parent.title") String above, // [ProjectionTypeMismatch] View.above: the attribute has another type; got java.lang.String, expected @Nullable java.lang.String as `Post.title`. Change the type of the component.
      @Projection.Of("post.size") int size,
      @Projection.Of("replies.title") String many, // [UnknownAttribute] View.many: Post has no such attribute; got replies.title, expected one of id, title, size, secret, parent, post, replies. Correct the name.
      @Projection.Of("post.secret") String secret, // [SensitiveInProjection] View.secret: the attribute stays out of answers; got `Post.secret`, which is @Sensitive, expected another. Remove the component.
      @Projection.Of("parent.missing") String missing, // [UnknownAttribute] View.missing: Post has no such attribute; got missing, expected one of id, title, size, secret, parent, post, replies. Correct the name.
      @Projection.Of("title") String title) {}

  @Projection(of = Post.class)
  record Card(String title) {}

  @Projection(of = User.class)
  record Other(long id) {}
}
//// shop/Post.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class Post {
  @Id private long id;
  private String title;
  private int size;
  @Sensitive private String secret;
  @ManyToOne(optional = true) private final Ref<Post> parent = Ref.of();
  @ManyToOne private final Ref<Post> post = Ref.of();
  @OneToMany(mappedBy = "parent") private final Many<Post> replies = Many.of();
}
//// shop/User.java
package shop;

import dev.ambix.mapping.*;

@Entity
final class User {
  @Id private long id;
}
