package dev.ambix.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.UsageException;
import dev.ambix.mapping.Path;
import dev.ambix.mapping.ProjectionMapping;
import dev.ambix.mapping.ProjectionMapping.Lists;
import dev.ambix.mapping.ProjectionMapping.Nested;
import dev.ambix.query.Node.ColumnRef;
import dev.ambix.query.Node.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Compiles projections that contain others, loads what was generated, and uses it.
class NestedProjectionTest {
  private static final Compiled BLOG =
      Compiler.of("blog/Post.java", Samples.read("Post.java"))
          .with(
              "blog/Views.java",
              """
              package blog;

              import dev.ambix.mapping.*;
              import java.util.List;
              import org.jspecify.annotations.Nullable;

              final class Views {
                @Projection(of = Post.class)
                record View(
                    long id,
                    @Nullable Parent parent,
                    List<PartView> parts,
                    AuthorView author,
                    @Projection.Of("author.name") String by,
                    @Projection.Of("parent.title") @Nullable String above,
                    @Projection.Of("parent.id") @Nullable Long aboveId,
                    @Projection.Of("tags") List<TagView> labels) {}

                @Projection(of = Post.class)
                record Parent(String title, AuthorView author, List<TagView> tags, @Nullable SummaryView steps) {}

                @Projection(of = Post.Author.class)
                record AuthorView(String name) {}

                @Projection(of = Post.Part.class)
                record PartView(int number, @Projection.Of("post.id") long post) {}

                @Projection(of = Post.Tag.class)
                record TagView(Post.Label label, @Projection.Of("place.x") int x, List<Short> posts) {}

                @Projection(of = Post.class)
                record Short(long id) {}

                @Projection(of = Post.Summary.class)
                record SummaryView(@Projection.Of("post.id") long of) {}
              }
              """)
          .compile()
          .clean();

  private static final ProjectionMapping<?> VIEW = BLOG.projection("blog.Views_View_");

  private static ArrayRow row(@Nullable Object... values) {
    return new ArrayRow(values);
  }

  @Test
  void columnsOfRecordsInsideStandAmongItsOwn() {
    assertThat(VIEW.labels())
        .containsExactly(
            "id",
            "parent",
            "parent_title",
            "parent_author_name",
            "parent_steps",
            "parent_steps_post_id",
            "author_name",
            "author_name",
            "parent_title",
            "parent_id");
    assertThat(VIEW.columns())
        .extracting(column -> ((ColumnRef) column.node()).column())
        .containsExactly(
            "id",
            "parent_id",
            "title",
            "author_name",
            "post_id",
            "post_id",
            "author_name",
            "author_name",
            "title",
            "parent_id");
  }

  @Test
  void listsStandBesideTheRow() {
    assertThat(VIEW.lists())
        .extracting(list -> list.element().getSimpleName())
        .containsExactly("TagView", "PartView", "TagView");
    assertThat(VIEW.lists().stream().map(Nested::path).map(Path::steps).map(List::size))
        .containsExactly(2, 1, 1);
    assertThat(VIEW.lists().getFirst().path().from()).isInstanceOf(Origin.Joined.class);
  }

  @Test
  void makesTheRecordsOfARow() {
    var lists = new Lists(List.of(List.of("parent's"), List.of("one", "two"), List.of()));

    var view =
        VIEW.read(row(0L, 1L, 7L, "above", "Ann", 7L, 7L, "Bob", "Bob", "above", 7L), 1, lists);

    assertThat(view)
        .hasToString(
            "View[id=1, parent=Parent[title=above, author=AuthorView[name=Ann], tags=[parent's],"
                + " steps=SummaryView[of=7]], parts=[one, two], author=AuthorView[name=Bob], by=Bob,"
                + " above=above, aboveId=7, labels=[]]");
  }

  @Test
  void recordOfNoRowIsNull() {
    var lists = new Lists(List.of(List.of(), List.of(), List.of()));

    var view = VIEW.read(row(1L, null, null, null, null, null, "Bob", "Bob", null, null), 0, lists);

    assertThat(view).asString().contains("parent=null").contains("above=null, aboveId=null");
  }

  @Test
  void rowAloneDoesNotHoldLists() {
    assertThatThrownBy(() -> VIEW.read(row(), 0))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("[ListsNotRead] View: ");
  }
}
