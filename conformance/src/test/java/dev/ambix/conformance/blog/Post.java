package dev.ambix.conformance.blog;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToMany;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OneToOne;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Version;
import dev.ambix.schema.OnDelete;

/// Has an author, may stand in a category, and has comments, tags and a badge.
@Entity
@Table("posts")
public final class Post {
  @Id @Generated private long id;

  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<User> author = Ref.of();

  @Length(200)
  private String title;

  @ManyToOne(optional = true, onDelete = OnDelete.SET_NULL)
  private final Ref<Category> category = Ref.of();

  private int likes;

  @OneToMany(mappedBy = "post", orphanRemoval = true)
  @OrderBy("id")
  private final Many<Comment> comments = Many.of();

  @ManyToMany(table = "post_tags")
  @OrderBy("name")
  private final Many<Tag> tags = Many.of();

  @OneToOne(optional = true)
  private final Ref<Badge> badge = Ref.of();

  @Version private int version;

  Post() {}

  public Post(User author, String title) {
    this.author.set(author);
    this.title = title;
  }

  public long id() {
    return id;
  }

  public Ref<User> author() {
    return author;
  }

  public String title() {
    return title;
  }

  public void title(String newTitle) {
    title = newTitle;
  }

  public Ref<Category> category() {
    return category;
  }

  public int likes() {
    return likes;
  }

  public void likes(int newLikes) {
    likes = newLikes;
  }

  public Many<Comment> comments() {
    return comments;
  }

  public Many<Tag> tags() {
    return tags;
  }

  public Ref<Badge> badge() {
    return badge;
  }

  public int version() {
    return version;
  }
}
