package dev.ambix.conformance.blog;

import dev.ambix.mapping.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post with all that belongs to it: lists, lists in lists, and lists of the rows that it refers
/// to.
@Projection(of = Post.class)
public record PostView(
    String title,
    List<TagName> tags,
    AuthorView author,
    List<CommentView> comments,
    @Nullable CategoryView category) {

  /// A tag.
  @Projection(of = Tag.class)
  public record TagName(String name) {}

  /// Who wrote it, with all that it wrote.
  @Projection(of = User.class)
  public record AuthorView(String username, List<Title> posts) {}

  /// The title of a post.
  @Projection(of = Post.class)
  public record Title(String title) {}

  /// A comment with its answers.
  @Projection(of = Comment.class)
  public record CommentView(
      String text,
      @Projection.Of("author.username") @Nullable String author,
      List<Answer> answers) {}

  /// An answer.
  @Projection(of = Comment.class)
  public record Answer(String text) {}

  /// Where it stands, with what stands there too.
  @Projection(of = Category.class)
  public record CategoryView(String name, List<Title> posts) {}
}
