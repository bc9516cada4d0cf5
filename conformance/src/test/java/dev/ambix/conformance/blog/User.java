package dev.ambix.conformance.blog;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToMany;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OneToOne;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;

/// Writes posts and comments, and may have a profile.
@Entity
@Table("users")
public final class User {
  @Id @Generated private long id;

  @Unique
  @Length(60)
  private String username;

  @OneToMany(mappedBy = "author", orphanRemoval = true)
  @OrderBy({"title", "id"})
  private final Many<Post> posts = Many.of();

  @OneToOne(mappedBy = "user")
  private final Ref<Profile> profile = Ref.of();

  @ManyToMany(table = "followers", columns = "follower_id", targetColumns = "followed_id")
  private final Many<User> following = Many.of();

  @ManyToMany(mappedBy = "following")
  private final Many<User> followers = Many.of();

  User() {}

  public User(String username) {
    this.username = username;
  }

  public long id() {
    return id;
  }

  public String username() {
    return username;
  }

  public void username(String newUsername) {
    username = newUsername;
  }

  public Many<Post> posts() {
    return posts;
  }

  public Ref<Profile> profile() {
    return profile;
  }

  public Many<User> following() {
    return following;
  }

  public Many<User> followers() {
    return followers;
  }
}
