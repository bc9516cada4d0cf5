package dev.ambix.conformance.association;

import static dev.ambix.conformance.Failures.assertFails;
import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.blog.Badge;
import dev.ambix.conformance.blog.Category;
import dev.ambix.conformance.blog.Category_;
import dev.ambix.conformance.blog.Comment;
import dev.ambix.conformance.blog.Order;
import dev.ambix.conformance.blog.OrderLine;
import dev.ambix.conformance.blog.OrderLine_;
import dev.ambix.conformance.blog.Parcel;
import dev.ambix.conformance.blog.Parcel_;
import dev.ambix.conformance.blog.Post;
import dev.ambix.conformance.blog.Post_;
import dev.ambix.conformance.blog.Profile;
import dev.ambix.conformance.blog.Profile_;
import dev.ambix.conformance.blog.Tag;
import dev.ambix.conformance.blog.User;
import dev.ambix.conformance.blog.User_;
import dev.ambix.error.ForeignKeyViolation;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.Statements;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What happens to rows and objects when associations change.
@EveryEngine
class AssociationTest {
  @Nested
  class ToOne {
    @Test
    void isInsertedAfterWhatItRefersTo(Session db, Statements statements) {
      var post = db.add(new Post(new User("ann"), "hello"));

      statements.clear();
      db.flush();

      statements.expectTexts("insert into users", "insert into posts");
      assertThat(post.author().get().id()).isPositive();
      assertThat(post.author().key()).isEqualTo(post.author().get().id());
      assertThat(titlesOf(db, "ann")).containsExactly("hello");
    }

    @Test
    void changesOneColumn(Session db, Statements statements) {
      var post = db.add(new Post(new User("ann"), "hello"));
      var bob = db.add(new User("bob"));
      db.flush();
      statements.clear();

      post.author().set(bob);
      db.flush();

      assertThat(statements.texts())
          .singleElement()
          .asString()
          .startsWith("update \"posts\" set \"author_id\" = ?, \"version\" = ? where");
      assertThat(titlesOf(db, "bob")).containsExactly("hello");
    }

    @Test
    void hasItsKeyWithoutLoading(Session db, Statements statements) {
      long ann = post(db, "hello").author().get().id();
      forget(db);
      var post = db.select(Post.class).single();
      statements.clear();

      assertThat(post.author().key()).isEqualTo(ann);
      assertThat(post.author().isEmpty()).isFalse();
      assertThat(post.category().isEmpty()).isTrue();
      assertThat(post.category().orNull()).isNull();
      statements.expectTexts();
    }

    @Test
    void saysThatItIsNotLoaded(Session db) {
      post(db, "hello");
      forget(db);
      var post = db.select(Post.class).single();

      assertRefused("NotLoaded", () -> post.author().get())
          .hasMessageContaining("Post.author")
          .hasMessageContaining(".with(Post_.author)");
      assertRefused("NotLoaded", () -> post.tags().size()).hasMessageContaining("Post_.tags");
      assertRefused("NotLoaded", () -> post.comments().forEach(_ -> {}));
    }

    @Test
    void saysThatItIsEmpty(Session db) {
      var post = post(db, "hello");

      assertRefused("EmptyReference", () -> post.category().get())
          .hasMessageContaining("Post.category");
    }

    @Test
    void becomesEmpty(Session db) {
      var post = post(db, "hello");
      post.category().set(new Category("news"));
      db.flush();

      post.category().set(null);
      db.flush();
      forget(db);

      assertThat(db.select(Post.class).where(Post_.category.isNull()).list()).hasSize(1);
    }

    @Test
    void refusesADetachedObject(Database database) {
      var ann = database.writeReturning(db -> db.add(new User("ann")));

      database.write(db ->
          assertRefused("DetachedObject", () -> db.add(new Post(ann, "hello")))
              .hasMessageContaining("User"));
    }
  }

  @Nested
  class OneToMany {
    @Test
    void insertsWhatIsAdded(Session db, Statements statements) {
      var ann = db.add(new User("ann"));
      var post = new Post(ann, "first");
      ann.posts().add(post);
      ann.posts().add(new Post(ann, "second"));

      statements.clear();
      db.flush();

      statements.expectTexts("insert into users", "insert into posts");
      assertThat(db.contains(post)).isTrue();
      assertThat(titlesOf(db, "ann")).containsExactly("first", "second");
    }

    @Test
    void followsTheReference(Session db) {
      var ann = db.add(new User("ann"));
      var bob = db.add(new User("bob"));
      var post = db.add(new Post(ann, "hello"));

      assertThat(ann.posts().list()).containsExactly(post);

      post.author().set(bob);

      assertThat(ann.posts().list()).isEmpty();
      assertThat(bob.posts().list()).containsExactly(post);

      ann.posts().add(post);

      assertThat(post.author().get()).isSameAs(ann);
      assertThat(bob.posts().list()).isEmpty();
    }

    @Test
    void movesBetweenParents(Session db) {
      var ann = db.add(new User("ann"));
      var bob = db.add(new User("bob"));
      var post = db.add(new Post(ann, "hello"));
      db.flush();

      bob.posts().add(post);
      db.flush();

      assertThat(titlesOf(db, "ann")).isEmpty();
      assertThat(titlesOf(db, "bob")).containsExactly("hello");
    }

    @Test
    void deletesAnOrphan(Session db) {
      var ann = db.add(new User("ann"));
      var post = db.add(new Post(ann, "hello"));
      db.flush();

      ann.posts().remove(post);
      db.flush();

      assertThat(db.contains(post)).isFalse();
      assertThat(titlesOf(db, "ann")).isEmpty();
    }

    @Test
    void unlinksWhatIsNoOrphan(Session db) {
      var post = post(db, "hello");
      var news = db.add(new Category("news"));
      news.posts().add(post);
      db.flush();

      news.posts().remove(post);
      db.flush();

      assertThat(post.category().isEmpty()).isTrue();
      assertThat(db.select(Post.class).where(Post_.category.isNull()).count()).isOne();
    }

    @Test
    void changesWithoutLoading(Session db, Statements statements) {
      var first = post(db, "first");
      var news = db.add(new Category("news"));
      news.posts().add(first);
      var second = db.add(new Post(first.author().get(), "second"));
      db.flush();
      var id = news.id();
      forget(db);
      var category = db.get(Category.class, id);
      var posts = db.select(Post.class).orderBy(Post_.title.asc()).list();
      statements.clear();

      category.posts().remove(posts.getFirst());
      category.posts().add(posts.getLast());
      db.flush();

      assertThat(statements.texts()).allMatch(text -> text.startsWith("update \"posts\""));
      assertThat(category.posts().isLoaded()).isFalse();
      assertThat(titles(db.select(Post.class).where(Post_.category.is(category)).list()))
          .containsExactly(second.title());
    }

    @Test
    void losesADeletedObject(Session db) {
      var ann = db.add(new User("ann"));
      var post = db.add(new Post(ann, "hello"));
      db.flush();

      db.remove(post);
      db.flush();

      assertThat(ann.posts().list()).isEmpty();
    }

    @Test
    void buildsATreeInOneFlush(Session db) {
      var root = new Category("root");
      var child = new Category("child");
      child.children().add(new Category("grandchild"));
      root.children().add(child);

      db.add(root);
      db.flush();
      forget(db);

      assertThat(db.select(Category.class).where(Category_.parent.name.eq("child")).single().name())
          .isEqualTo("grandchild");
      assertThat(
              db.select(Category.class)
                  .where(Category_.parent.parent().name.eq("root"))
                  .single()
                  .name())
          .isEqualTo("grandchild");
    }

    @Test
    void insertsRowsThatTheDatabaseNumbersAfterThoseTheyReferTo(Session db) {
      var post = post(db, "hello");
      var question = new Comment(null, "question");
      var answer = new Comment(null, "answer");
      var reply = new Comment(null, "reply");
      post.comments().addAll(List.of(reply, answer, question));
      question.answers().add(answer);
      answer.answers().add(reply);

      db.flush();

      assertThat(answer.answered().key()).isEqualTo(question.id());
      assertThat(
              db.sql(
                      "select c.text from comments c join comments a on a.id = c.answered_id where"
                          + " a.text = 'answer'")
                  .list(String.class))
          .containsExactly("reply");
    }

    @Test
    void insertsLevelsOfNumberedRowsTogether(Session db, Statements statements) {
      var post = post(db, "hello");
      for (int i = 0; i < 20; i++) {
        var question = new Comment(null, "question");
        var answer = new Comment(null, "answer");
        question.answers().add(answer);
        post.comments().addAll(List.of(answer, question));
      }
      statements.clear();

      db.flush();

      statements.expectTexts("insert into comments", "insert into comments");
    }

    @Test
    void trustsTheDatabaseToCascade(Session db, Statements statements) {
      var ann = db.add(new User("ann"));
      var post = db.add(new Post(ann, "hello"));
      db.flush();
      statements.clear();

      db.remove(ann);
      db.flush();

      statements.expectTexts("delete from users");
      assertThat(db.contains(post)).isFalse();
      assertThat(db.select(Post.class).count()).isZero();
    }

    @Test
    void failsWhereTheDatabaseDoesNotCascade(Session db) {
      var root = db.add(new Category("root"));
      root.children().add(new Category("child"));
      db.flush();

      db.remove(root);

      assertFails(ForeignKeyViolation.class, db::flush);
    }
  }

  @Nested
  class ManyToMany {
    @Test
    void writesLinksOnly(Session db, Statements statements) {
      var post = post(db, "hello");
      var java = db.add(new Tag("java", "red"));
      var sql = db.add(new Tag("sql", "blue"));
      db.flush();
      statements.clear();

      post.tags().add(java);
      post.tags().add(sql);
      db.flush();

      statements.expectTexts("insert into post_tags");
      assertThat(java.posts().list()).containsExactly(post);

      statements.clear();
      post.tags().remove(java);
      db.flush();

      statements.expectTexts("delete from post_tags");
      assertThat(java.posts().list()).isEmpty();
      assertThat(db.sql("select tag_name from post_tags").list(String.class))
          .containsExactly("sql");
    }

    @Test
    void insertsBothSidesAndTheLink(Session db) {
      var post = new Post(new User("ann"), "hello");
      post.tags().addAll(List.of(new Tag("java", "red"), new Tag("sql", "blue")));

      db.add(post);
      db.flush();

      assertThat(links(db)).isEqualTo(2);
    }

    @Test
    void isChangedFromTheOtherSide(Session db) {
      var post = post(db, "hello");
      var java = db.add(new Tag("java", "red"));

      java.posts().add(post);
      db.flush();

      assertThat(post.tags().list()).containsExactly(java);
      assertThat(links(db)).isOne();

      java.posts().remove(post);
      db.flush();

      assertThat(links(db)).isZero();
    }

    @Test
    void changesWithoutLoading(Session db, Statements statements) {
      var post = post(db, "hello");
      IntStream.range(0, 50).forEach(i -> post.tags().add(new Tag("t" + i, "red")));
      db.flush();
      long id = post.id();
      forget(db);
      var again = db.get(Post.class, id);
      var tag = db.get(Tag.class, "t7");
      statements.clear();

      again.tags().remove(tag);
      again.tags().add(new Tag("new", "blue"));
      db.flush();

      assertThat(again.tags().isLoaded()).isFalse();
      statements.expectTexts("insert into tags", "insert into post_tags", "delete from post_tags");
      assertThat(links(db)).isEqualTo(50);
    }

    @Test
    void forgetsWhatComesAndGoes(Session db, Statements statements) {
      var post = post(db, "hello");
      var java = db.add(new Tag("java", "red"));
      db.flush();
      statements.clear();

      post.tags().add(java);
      post.tags().remove(java);
      db.flush();

      statements.expectTexts();
    }

    @Test
    void linksAnEntityToItself(Session db) {
      var ann = db.add(new User("ann"));
      var bob = db.add(new User("bob"));

      ann.following().add(bob);
      bob.following().add(ann);
      db.flush();

      assertThat(bob.followers().list()).containsExactly(ann);
      assertThat(db.sql("select count(*) from followers").list(Long.class)).containsExactly(2L);
    }

    @Test
    void goesWithItsRows(Session db) {
      var post = post(db, "hello");
      post.tags().add(new Tag("java", "red"));
      db.flush();

      db.remove(post);
      db.flush();

      assertThat(links(db)).isZero();
    }

    private static long links(Session db) {
      return db.sql("select count(*) from post_tags").list(Long.class).getFirst();
    }
  }

  @Nested
  class OneToOne {
    @Test
    void hasTheKeyOfWhatItRefersTo(Session db) {
      var ann = db.add(new User("ann"));
      var profile = db.add(new Profile(ann, "hi", new Profile.Place("Oslo", "NO")));
      db.flush();

      assertThat(ann.profile().get()).isSameAs(profile);
      assertThat(db.get(Profile.class, ann.id())).isSameAs(profile);
      assertThat(db.select(User.class).where(User_.profile.motto.eq("hi")).list())
          .containsExactly(ann);
      assertThat(db.select(Profile.class).where(Profile_.user.username.eq("ann")).list())
          .containsExactly(profile);
    }

    @Test
    void isSetFromEitherSide(Session db) {
      var post = post(db, "hello");
      var other = db.add(new Post(post.author().get(), "other"));
      var badge = new Badge("best");
      post.badge().set(badge);

      assertThat(badge.post().get()).isSameAs(post);

      badge.post().set(other);
      db.flush();

      assertThat(post.badge().isEmpty()).isTrue();
      assertThat(other.badge().get()).isSameAs(badge);
      assertThat(titles(db.select(Post.class).where(Post_.badge.label.eq("best")).list()))
          .containsExactly("other");
    }
  }

  @Nested
  class CompositeKeys {
    @Test
    void areFilledFromTheParents(Session db) {
      var order = db.add(new Order(new User("ann")));
      var line = new OrderLine(order, 1, "pen", 3);
      order.lines().add(line);
      line.parcels().add(new Parcel(line, 1, 2));
      line.parcels().add(new Parcel(line, 2, 1));
      var replacing = new Parcel(line, 3, 1);
      replacing.replaced().set(line.parcels().list().getFirst());
      line.parcels().add(replacing);

      db.flush();
      long id = order.id();
      forget(db);

      var found = db.get(OrderLine.class, List.of(id, 1));
      assertThat(found.product()).isEqualTo("pen");
      assertThat(found.order().key()).isEqualTo(id);
      var third = db.select(Parcel.class).where(Parcel_.replaced.pieces.eq(2)).single();
      assertThat(third.number()).isEqualTo(3);
      assertThat(third.replaced().key()).isEqualTo(List.of(id, 1, 1));
      assertThat(third.line().key()).isEqualTo(List.of(id, 1));
      assertThat(
              db.select(OrderLine.class).where(OrderLine_.order.buyer().username.eq("ann")).list())
          .containsExactly(found);
    }

    @Test
    void ofTwoNewParentsDoNotClash(Session db) {
      var buyer = db.add(new User("ann"));
      db.add(new OrderLine(new Order(buyer), 1, "pen", 3));
      db.add(new OrderLine(new Order(buyer), 1, "ink", 3));

      db.flush();

      assertThat(db.select(OrderLine.class).count()).isEqualTo(2);
    }
  }

  @Nested
  class Undoing {
    @Test
    void savepointRestoresAssociations(Session db) {
      var post = post(db, "hello");
      var java = new Tag("java", "red");
      post.tags().add(java);
      db.flush();
      var ann = post.author().get();

      assertThatThrownBy(() ->
              db.savepoint(() -> {
                post.tags().remove(java);
                post.tags().add(new Tag("sql", "blue"));
                post.author().set(new User("bob"));
                db.flush();
                throw new IllegalStateException("undo");
              }))
          .hasMessage("undo");

      assertThat(post.tags().list()).containsExactly(java);
      assertThat(post.author().get()).isSameAs(ann);
      assertThat(ann.posts().list()).containsExactly(post);
      db.flush();
      assertThat(titlesOf(db, "ann")).containsExactly("hello");
    }

    @Test
    void readOnlySessionWritesNoLinks(Database database) {
      database.write(db -> post(db, "hello").tags().add(new Tag("java", "red")));

      assertRefused(
          "ReadOnlySession",
          () ->
              database.read(db -> {
                var post = db.select(Post.class).single();
                post.tags().remove(db.get(Tag.class, "java"));
                return post;
              }));
    }
  }

  private static Post post(Session db, String title) {
    var post = db.add(new Post(new User("ann"), title));
    db.flush();
    return post;
  }

  /// Lets the session forget all that it has.
  private static void forget(Session db) {
    db.flush();
    db.select(Post.class).list().forEach(db::detach);
    db.select(Category.class).list().forEach(db::detach);
    db.select(User.class).list().forEach(db::detach);
    db.select(Tag.class).list().forEach(db::detach);
    db.select(Comment.class).list().forEach(db::detach);
    db.select(OrderLine.class).list().forEach(db::detach);
    db.select(Parcel.class).list().forEach(db::detach);
    db.select(Order.class).list().forEach(db::detach);
  }

  private static List<String> titlesOf(Session db, String author) {
    return titles(
        db.select(Post.class)
            .where(Post_.author.username.eq(author))
            .orderBy(Post_.title.asc())
            .list());
  }

  private static List<String> titles(List<Post> posts) {
    return posts.stream().map(Post::title).toList();
  }
}
