package dev.ambix.conformance.blog;

import dev.ambix.mapping.Projection;
import org.jspecify.annotations.Nullable;

/// A post with the rows that it refers to.
@Projection(of = Post.class)
public record PostCard(
    long id,
    String title,
    AuthorName author,
    @Nullable CategoryCard category,
    @Projection.Of("category.parent.name") @Nullable String root) {

  /// Who wrote it.
  @Projection(of = User.class)
  public record AuthorName(String username) {}

  /// Where it stands.
  @Projection(of = Category.class)
  public record CategoryCard(String name, @Nullable CategoryName parent) {}

  /// A category above.
  @Projection(of = Category.class)
  public record CategoryName(String name) {}
}
