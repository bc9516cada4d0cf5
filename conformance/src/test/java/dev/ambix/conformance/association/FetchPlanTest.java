package dev.ambix.conformance.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.blog.Category;
import dev.ambix.conformance.blog.Comment;
import dev.ambix.conformance.blog.Post;
import dev.ambix.conformance.blog.Post_;
import dev.ambix.conformance.blog.Tag;
import dev.ambix.conformance.blog.User;
import dev.ambix.conformance.blog.User_;
import dev.ambix.mapping.Projection;
import dev.ambix.session.Database;
import dev.ambix.testing.Statements;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Records that say what is read: other records and lists of them inside.
@EveryEngine
class FetchPlanTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1_000})
  void readsARecordAndItsListsInAStatementEach(int rows, Database database, Statements statements) {
    fill(database, rows);

    database.read(db -> {
      statements.clear();
      var views = db.select(PostView.class).orderBy(Post_.id.asc()).list();

      assertThat(statements.texts()).hasSize(3);
      assertThat(statements.texts().getFirst()).doesNotContain("likes").contains("join");
      assertThat(views).hasSize(rows);
      assertThat(views.getFirst())
          .isEqualTo(
              new PostView(
                  views.getFirst().id(),
                  "title 0",
                  new UserCard("ann"),
                  new CategoryCard("news"),
                  List.of(new TagName("java"), new TagName("sql")),
                  List.of(new CommentView("first", new UserCard("bob")))));
      return views;
    });
  }

  @Test
  void leavesOutWhatIsNotThere(Database database) {
    database.write(db -> db.add(new Post(new User("ann"), "alone")));

    var view = database.read(db -> db.select(PostView.class).single());

    assertThat(view.category()).isNull();
    assertThat(view.tags()).isEmpty();
    assertThat(view.comments()).isEmpty();
  }

  @Test
  void nestsListsInLists(Database database, Statements statements) {
    fill(database, 5);

    database.read(db -> {
      statements.clear();
      var ann = db.select(UserPage.class).where(User_.username.eq("ann")).single();

      assertThat(statements.texts()).hasSize(3);
      assertThat(ann.posts()).hasSize(5).allMatch(post -> post.tags().size() == 2);
      return ann;
    });
  }

  @Test
  void comesInPages(Database database) {
    fill(database, 5);

    var page =
        database.read(db -> db.select(PostView.class).orderBy(Post_.title.asc()).page(2, null));

    assertThat(page.items()).extracting(PostView::title).containsExactly("title 0", "title 1");
    assertThat(page.items().getLast().tags()).hasSize(2);
    var next =
        database.read(
            db -> db.select(PostView.class).orderBy(Post_.title.asc()).page(2, page.next()));
    assertThat(next.items()).extracting(PostView::title).containsExactly("title 2", "title 3");
  }

  private static void fill(Database database, int rows) {
    database.write(db -> {
      var ann = db.add(new User("ann"));
      var bob = db.add(new User("bob"));
      var news = db.add(new Category("news"));
      var tags = List.of(db.add(new Tag("sql", "blue")), db.add(new Tag("java", "red")));
      for (int i = 0; i < rows; i++) {
        var post = db.add(new Post(ann, "title " + i));
        post.category().set(news);
        post.tags().addAll(tags);
        post.comments().add(new Comment(bob, "first"));
      }
    });
  }

  @Projection(of = User.class)
  record UserCard(String username) {}

  @Projection(of = Category.class)
  record CategoryCard(String name) {}

  @Projection(of = Tag.class)
  record TagName(String name) {}

  @Projection(of = Comment.class)
  record CommentView(String text, @Nullable UserCard author) {}

  @Projection(of = Post.class)
  record PostView(
      long id,
      String title,
      UserCard author,
      @Nullable CategoryCard category,
      List<TagName> tags,
      List<CommentView> comments) {
    PostView {
      tags = List.copyOf(tags);
    }
  }

  @Projection(of = Post.class)
  record PostCard(String title, List<TagName> tags) {}

  @Projection(of = User.class)
  record UserPage(String username, List<PostCard> posts) {}
}
