package dev.ambix.conformance.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.blog.Comment;
import dev.ambix.conformance.blog.Comment_;
import dev.ambix.conformance.blog.Post;
import dev.ambix.conformance.blog.Post_;
import dev.ambix.conformance.blog.Tag;
import dev.ambix.conformance.blog.Tag_;
import dev.ambix.conformance.blog.User;
import dev.ambix.conformance.blog.User_;
import dev.ambix.session.Database;
import dev.ambix.session.Transaction;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Conditions that hold for every query of an entity: here posts without likes are left out, and
/// green tags.
@EveryEngine
class FilterTest {
  @Test
  void leavesOutRowsOfEveryQuery(Database database) {
    fill(database);

    filtered(database)
        .read(db -> {
          var posts = db.select(Post.class).orderBy(Post_.id.asc()).list();
          assertThat(posts).extracting(Post::likes).containsExactly(1, 2);
          assertThat(db.select(Post.class).count()).isEqualTo(2);
          assertThat(db.select(Post.class).where(Post_.title.eq("0")).exists()).isFalse();
          assertThat(
                  db.select(Post.class).where(Post_.title.eq("0").or(Post_.title.eq("1"))).list())
              .hasSize(1);
          return posts;
        });
  }

  @Test
  void findLeavesThemOutToo(Database database) {
    fill(database);
    long hidden =
        database.read(db -> db.select(Post.class).where(Post_.title.eq("0")).single().id());

    var found = filtered(database).read(db -> db.find(Post.class, hidden));
    var all = database.read(db -> db.find(Post.class, hidden));

    assertThat(found).isEmpty();
    assertThat(all).isPresent();
  }

  @Test
  void collectionsAndExistsLeaveThemOut(Database database) {
    fill(database);

    filtered(database)
        .read(db -> {
          var ann =
              db.select(User.class)
                  .with(User_.posts.then(Post_.tags))
                  .where(User_.username.eq("ann"))
                  .single();
          assertThat(ann.posts().list()).extracting(Post::title).containsExactly("1", "2");
          assertThat(ann.posts().list().getFirst().tags().list())
              .extracting(Tag::name)
              .containsExactly("java");
          assertThat(db.select(User.class).where(User_.posts.any(Post_.title.eq("0"))).list())
              .isEmpty();
          assertThat(db.select(Post.class).where(Post_.tags.any(Tag_.name.eq("sql"))).list())
              .isEmpty();
          return ann;
        });
  }

  @Test
  void aReferenceLeadsToItsObjectAllTheSame(Database database) {
    fill(database);

    var comments =
        filtered(database)
            .read(db -> {
              var joined = db.select(Comment.class).with(Comment_.post).list();
              var fresh = db.select(Comment.class).with(Comment_.post.separately()).list();
              assertThat(fresh).isEqualTo(joined);
              return joined;
            });

    assertThat(comments).extracting(comment -> comment.post().get().likes()).containsExactly(0);
  }

  @Test
  void changesByConditionLeaveThemOut(Database database) {
    fill(database);

    filtered(database)
        .write(db -> {
          assertThat(
                  db.update(Post.class)
                      .set(Post_.title, "new")
                      .where(Post_.author.username.eq("ann"))
                      .execute())
              .isEqualTo(2);
          assertThat(db.delete(Post.class).where(Post_.title.eq("0")).execute()).isZero();
        });

    long kept = database.read(db -> db.select(Post.class).where(Post_.title.eq("0")).count());
    assertThat(kept).isOne();
  }

  @Test
  void flushesAreNotAsked(Database database) {
    fill(database);

    filtered(database)
        .write(db -> {
          var post = db.select(Post.class).where(Post_.title.eq("1")).single();
          post.likes(0);
          db.flush();
          post.title("gone");
          db.flush();
        });

    long kept = database.read(db -> db.select(Post.class).where(Post_.title.eq("gone")).count());
    assertThat(kept).isOne();
  }

  @Test
  void unfilteredSeesAll(Database database) {
    fill(database);

    assertThat(
            List.of(
                filtered(database).read(db -> db.select(Post.class).count()),
                filtered(database).unfiltered().read(db -> db.select(Post.class).count())))
        .containsExactly(2L, 3L);
  }

  private static Transaction filtered(Database database) {
    return database
        .transaction()
        .filter(Post.class, Post_.likes.gt(0))
        .filter(Tag.class, Tag_.color.ne("green"));
  }

  private static void fill(Database database) {
    database.write(db -> {
      var ann = db.add(new User("ann"));
      var java = db.add(new Tag("java", "red"));
      var sql = db.add(new Tag("sql", "green"));
      IntStream.range(0, 3)
          .forEach(i -> {
            var post = db.add(new Post(ann, "" + i));
            post.likes(i);
            post.tags().addAll(List.of(java, sql));
            if (i == 0) {
              post.comments().add(new Comment(ann, "hidden"));
            }
          });
    });
  }
}
