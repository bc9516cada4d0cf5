package dev.ambix.conformance.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.blog.Post;
import dev.ambix.conformance.blog.Post_;
import dev.ambix.conformance.blog.Reaction;
import dev.ambix.conformance.blog.Reaction_;
import dev.ambix.conformance.blog.User;
import dev.ambix.query.Selection;
import dev.ambix.session.Database;
import dev.ambix.testing.AllowRepeats;
import dev.ambix.testing.Statements;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is done with associations for which other libraries have a word of their own.
@EveryEngine
class PatternTest {
  private static final int POSTS = 7;

  private long ann;
  private long first;

  @BeforeEach
  void fill(Database database) {
    database.write(db -> {
      var user = db.add(new User("ann"));
      var posts = new ArrayList<Post>();
      for (int i = 0; i < POSTS; i++) {
        posts.add(db.add(new Post(user, "title " + i)));
      }
      db.add(new Reaction(user, posts.getFirst(), "joy"));
      db.flush();
      ann = user.id();
      first = posts.getFirst().id();
    });
  }

  @Test
  void conditionsShareTheJoinThatLoads(Database database, Statements statements) {
    database.read(db -> {
      statements.clear();
      var posts =
          db.select(Post.class)
              .with(Post_.author)
              .where(Post_.author.username.eq("ann"))
              .orderBy(Post_.author.username.asc(), Post_.id.asc())
              .list();

      assertThat(posts).hasSize(POSTS).allMatch(post -> post.author().isLoaded());
      assertThat(statements.texts()).hasSize(1);
      assertThat(statements.texts().getFirst().split(" join ", -1)).hasSize(2);
      return posts;
    });
  }

  @Test
  void entityIsJoinedUnderAnotherName(Database database) {
    var later = Post_.as("later");

    var pairs =
        database.read(db ->
            db.select(Post.class)
                .join(later, later.author().id.eq(Post_.author.id).and(later.title.gt(Post_.title)))
                .into(Selection.of((one, two) -> one + ", " + two, Post_.title, later.title))
                .list());

    assertThat(pairs).hasSize(POSTS * (POSTS - 1) / 2).contains("title 0, title 6");
  }

  @Test
  void linkThatHasMoreToSayIsAnEntity(Database database) {
    database.read(db -> {
      var reaction =
          db.select(Reaction.class)
              .with(Reaction_.user, Reaction_.post)
              .where(Reaction_.user.username.eq("ann"))
              .single();

      assertThat(reaction.feeling()).isEqualTo("joy");
      assertThat(reaction.user().get().username()).isEqualTo("ann");
      assertThat(reaction.post().get().title()).isEqualTo("title 0");
      assertThat(db.get(Reaction.class, List.of(ann, first))).isSameAs(reaction);
      return reaction;
    });
  }

  @Test
  @AllowRepeats
  void hugeCollectionIsReadInPages(Database database) {
    var titles = new ArrayList<String>();
    database.read(db -> {
      var user = db.get(User.class, ann);
      @Nullable String next = null;
      do {
        var page =
            db.select(Post.class)
                .where(Post_.author.is(user))
                .orderBy(Post_.title.asc())
                .page(3, next);
        page.items().forEach(post -> titles.add(post.title()));
        next = page.next();
      } while (next != null);
      assertThat(user.posts().isLoaded()).isFalse();
      return user;
    });

    assertThat(titles).hasSize(POSTS).isSorted().doesNotHaveDuplicates();
  }
}
