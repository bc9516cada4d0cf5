package dev.ambix.conformance.blog;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.schema.OnDelete;

/// What a user feels about a post: a link between them that has more to say.
@Entity
@Table("reactions")
public final class Reaction {
  @Id
  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<User> user = Ref.of();

  @Id
  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<Post> post = Ref.of();

  private String feeling;

  Reaction() {}

  public Reaction(User user, Post post, String feeling) {
    this.user.set(user);
    this.post.set(post);
    this.feeling = feeling;
  }

  public Ref<User> user() {
    return user;
  }

  public Ref<Post> post() {
    return post;
  }

  public String feeling() {
    return feeling;
  }
}
