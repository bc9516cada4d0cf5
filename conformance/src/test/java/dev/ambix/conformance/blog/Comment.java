package dev.ambix.conformance.blog;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.schema.OnDelete;
import org.jspecify.annotations.Nullable;

/// Stands under a post; its author may be gone. It may answer another comment.
@Entity
@Table("comments")
public final class Comment {
  @Id @Generated private long id;

  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<Post> post = Ref.of();

  @ManyToOne(optional = true, onDelete = OnDelete.SET_NULL)
  private final Ref<User> author = Ref.of();

  @ManyToOne(optional = true)
  private final Ref<Comment> answered = Ref.of();

  @OneToMany(mappedBy = "answered")
  @OrderBy("id desc")
  private final Many<Comment> answers = Many.of();

  private String text;

  Comment() {}

  public Comment(@Nullable User author, String text) {
    this.author.set(author);
    this.text = text;
  }

  public long id() {
    return id;
  }

  public Ref<Post> post() {
    return post;
  }

  public Ref<User> author() {
    return author;
  }

  public Ref<Comment> answered() {
    return answered;
  }

  public Many<Comment> answers() {
    return answers;
  }

  public String text() {
    return text;
  }

  public void text(String newText) {
    text = newText;
  }
}
