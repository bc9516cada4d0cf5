package dev.ambix.conformance.association;

import static dev.ambix.conformance.Failures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.blog.Category;
import dev.ambix.conformance.blog.Category_;
import dev.ambix.conformance.blog.Comment;
import dev.ambix.conformance.blog.Comment_;
import dev.ambix.conformance.blog.Order;
import dev.ambix.conformance.blog.OrderLine;
import dev.ambix.conformance.blog.OrderLine_;
import dev.ambix.conformance.blog.Order_;
import dev.ambix.conformance.blog.Parcel;
import dev.ambix.conformance.blog.Post;
import dev.ambix.conformance.blog.Post_;
import dev.ambix.conformance.blog.Profile;
import dev.ambix.conformance.blog.Tag;
import dev.ambix.conformance.blog.Tag_;
import dev.ambix.conformance.blog.User;
import dev.ambix.conformance.blog.User_;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import dev.ambix.testing.Statements;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What queries load, and with how many statements.
@EveryEngine
class LoadingTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 10_000})
  void numberOfStatementsDependsOnThePaths(int rows, Database database, Statements statements) {
    fill(database, rows);

    database.read(db -> {
      statements.clear();
      var posts =
          db.select(Post.class)
              .with(Post_.author, Post_.tags, Post_.comments.then(Comment_.author))
              .orderBy(Post_.id.asc())
              .list();

      assertThat(statements.texts()).hasSize(3);
      assertThat(posts).hasSize(rows);
      for (var post : posts) {
        assertThat(post.author().get().username()).isEqualTo("ann");
        assertThat(post.tags().size()).isEqualTo(2);
        assertThat(post.comments().list().getFirst().author().get().username()).isEqualTo("bob");
      }
      return posts;
    });
  }

  @Test
  void toManyIsNeverJoinedUnderALimit(Database database, Statements statements) {
    fill(database, 10);

    database.read(db -> {
      statements.clear();
      var posts = db.select(Post.class).with(Post_.tags).orderBy(Post_.id.desc()).limit(3).list();

      assertThat(posts).hasSize(3).allMatch(post -> post.tags().size() == 2);
      assertThat(statements.texts()).hasSize(2);
      assertThat(statements.texts().getFirst()).doesNotContain("join").contains("limit");
      return posts;
    });
  }

  @Test
  void pageLoadsToo(Database database) {
    fill(database, 5);

    var page =
        database.read(db ->
            db.select(Post.class)
                .with(Post_.author, Post_.tags)
                .orderBy(Post_.title.asc())
                .page(2, null));

    assertThat(page.items())
        .hasSize(2)
        .allMatch(post -> post.tags().size() == 2 && post.author().isLoaded());
    assertThat(page.next()).isNotNull();
  }

  @Test
  void keepsTheOrderOfTheMapping(Database database) {
    fill(database, 1);

    var post = database.read(db -> db.select(Post.class).with(Post_.tags).single());

    assertThat(post.tags().list()).extracting(Tag::name).containsExactly("java", "sql");
  }

  @Test
  void takesAnotherOrderAndConditions(Database database) {
    fill(database, 1);

    database.read(db -> {
      var post =
          db.select(Post.class)
              .with(Post_.tags.where(Tag_.color.ne("green")).orderBy(Tag_.name.desc()))
              .single();
      assertThat(post.tags().list()).extracting(Tag::name).containsExactly("sql", "java");
      var part = db.select(Post.class).with(Post_.tags.where(Tag_.name.eq("sql"))).single();
      assertThat(part.tags().list()).extracting(Tag::name).containsExactly("sql");
      return part;
    });
  }

  @Test
  void toOneIsLoadedSeparatelyWhenAsked(Database database, Statements statements) {
    fill(database, 10);

    database.read(db -> {
      statements.clear();
      var posts = db.select(Post.class).with(Post_.author.separately()).list();

      assertThat(statements.texts()).hasSize(2).noneMatch(text -> text.contains("join"));
      assertThat(posts).allMatch(post -> post.author().get().username().equals("ann"));
      return posts;
    });
  }

  @Test
  void loadsObjectsAtHand(Database database, Statements statements) {
    fill(database, 10);

    database.read(db -> {
      var posts = db.select(Post.class).list();
      statements.clear();

      db.load(posts, Post_.author, Post_.comments.then(Comment_.author));

      assertThat(statements.texts()).hasSize(2);
      assertThat(posts)
          .allMatch(post -> post.author().isLoaded())
          .allMatch(post -> post.comments().list().getFirst().author().isLoaded());
      return posts;
    });
  }

  @Test
  void loadsInverseReferences(Database database, Statements statements) {
    database.write(db -> {
      db.add(new Profile(new User("ann"), "hi", new Profile.Place("Oslo", "NO")));
      db.add(new User("bob"));
    });

    database.read(db -> {
      statements.clear();
      var users = db.select(User.class).with(User_.profile).orderBy(User_.username.asc()).list();

      assertThat(statements.texts()).hasSize(1);
      assertThat(users.getFirst().profile().get().motto()).isEqualTo("hi");
      assertThat(users.getFirst().profile().get().user().get()).isSameAs(users.getFirst());
      assertThat(users.getLast().profile().isEmpty()).isTrue();
      return users;
    });
    database.read(db -> {
      var users = db.select(User.class).orderBy(User_.username.asc()).list();
      assertRefused("NotLoaded", () -> users.getFirst().profile().isEmpty());
      db.load(users, User_.profile);
      assertThat(users.getFirst().profile().get().motto()).isEqualTo("hi");
      assertThat(users.getLast().profile().isEmpty()).isTrue();
      return users;
    });
  }

  @Test
  void childrenKnowTheirParent(Database database) {
    fill(database, 2);

    var ann =
        database.read(
            db -> db.select(User.class).with(User_.posts).where(User_.username.eq("ann")).single());

    assertThat(ann.posts().list()).hasSize(2).allMatch(post -> post.author().get() == ann);
  }

  @Test
  @AllowRepeats
  void goesDownATree(Database database, Statements statements) {
    database.write(db -> {
      var level = db.add(new Category("0"));
      for (int i = 1; i < 5; i++) {
        var next = new Category("" + i);
        level.children().add(next);
        level = next;
      }
    });

    database.read(db -> {
      statements.clear();
      var root =
          db.select(Category.class)
              .with(Category_.children.depth(3))
              .where(Category_.parent.isNull())
              .single();

      assertThat(statements.texts()).hasSize(4);
      var third = only(only(only(root)));
      assertThat(third.name()).isEqualTo("3");
      assertRefused("NotLoaded", () -> third.children().size());
      var leaf =
          db.select(Category.class)
              .with(Category_.parent.depth(4))
              .where(Category_.name.eq("4"))
              .single();
      assertThat(leaf.parent().get().parent().get().parent().get().parent().get()).isSameAs(root);
      assertRefused("NotATree", () -> db.select(Post.class).with(Post_.author.depth(2)).list());
      return root;
    });
  }

  @Test
  void peersLoadTogether(Database database, Statements statements) {
    fill(database, 10);

    database.read(db -> {
      var posts = db.select(Post.class).peers().list();
      statements.clear();

      posts.forEach(post -> assertThat(post.author().get().username()).isEqualTo("ann"));
      posts.forEach(post -> assertThat(post.tags().size()).isEqualTo(2));

      assertThat(statements.texts()).hasSize(2);
      return posts;
    });
  }

  @Test
  void compositeKeysLoad(Database database, Statements statements) {
    database.write(db -> {
      var order = db.add(new Order(new User("ann")));
      for (int i = 0; i < 3; i++) {
        var line = new OrderLine(order, i, "p" + i, 1);
        line.parcels().add(new Parcel(line, 1, 10 + i));
        order.lines().add(line);
      }
    });

    database.read(db -> {
      statements.clear();
      var order =
          db.select(Order.class).with(Order_.buyer, Order_.lines.then(OrderLine_.parcels)).single();

      assertThat(statements.texts()).hasSize(3);
      assertThat(order.lines().list())
          .extracting(line -> line.parcels().list().getFirst().pieces())
          .containsExactly(10, 11, 12);
      return order;
    });
  }

  @Test
  void conditionsGoThroughAssociations(Database database, Statements statements) {
    fill(database, 3);

    database.read(db -> {
      var select = db.select(Post.class).where(Post_.tags.any(Tag_.name.eq("sql")));
      statements.clear();
      assertThat(select.list()).hasSize(3);
      assertThat(statements.texts().getFirst()).contains("exists (");
      assertThat(db.select(Post.class).where(Post_.tags.none(Tag_.name.eq("sql"))).list())
          .isEmpty();
      assertThat(
              db.select(User.class)
                  .where(User_.posts.any(Post_.comments.any(Comment_.author.username.eq("bob"))))
                  .list())
          .extracting(User::username)
          .containsExactly("ann");
      assertThat(db.select(User.class).where(User_.posts.none()).list())
          .extracting(User::username)
          .containsExactly("bob");
      return select;
    });
  }

  @Test
  void keyOfAReferenceJoinsNothing(Database database, Statements statements) {
    fill(database, 2);

    database.read(db -> {
      var ann = db.select(User.class).where(User_.username.eq("ann")).single();
      statements.clear();
      assertThat(db.select(Post.class).where(Post_.author.id.eq(ann.id())).list()).hasSize(2);
      assertThat(db.select(Post.class).where(Post_.author.is(ann)).list()).hasSize(2);
      assertThat(statements.texts()).hasSize(2).noneMatch(text -> text.contains("join"));
      return ann;
    });
  }

  @Test
  void keepsWhatIsNotWritten(Session db) {
    var post = db.add(new Post(new User("ann"), "hello"));
    post.tags().add(new Tag("java", "red"));
    db.flush();
    post.tags().add(new Tag("sql", "blue"));

    var again = db.select(Post.class).with(Post_.tags).single();

    assertThat(again.tags().list()).extracting(Tag::name).containsExactly("java", "sql");
  }

  private static Category only(Category parent) {
    assertThat(parent.children().size()).isOne();
    return parent.children().list().getFirst();
  }

  private static void fill(Database database, int rows) {
    database.write(db -> {
      var ann = db.add(new User("ann"));
      var bob = db.add(new User("bob"));
      var tags = List.of(db.add(new Tag("sql", "blue")), db.add(new Tag("java", "red")));
      for (int i = 0; i < rows; i++) {
        var post = new Post(ann, "title " + i);
        post.tags().addAll(tags);
        post.comments().add(new Comment(bob, "text"));
        db.add(post);
      }
    });
  }
}
