package dev.ambix.conformance.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.blog.Category;
import dev.ambix.conformance.blog.Comment;
import dev.ambix.conformance.blog.Post;
import dev.ambix.conformance.blog.Tag;
import dev.ambix.conformance.blog.User;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random edits of a graph of objects, flushed at once, leave the rows that the same edits leave
/// when each is flushed by itself, which is a statement at a time. A failure names the seed.
@EveryEngine
@AllowRepeats
class RandomGraphTest {
  private static final int SEEDS = 30;

  @Test
  void leavesTheRowsThatSingleStatementsLeave(Database database) {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(rows(database, seed, false))
          .as("seed %d", seed)
          .isEqualTo(rows(database, seed, true));
    }
  }

  @Test
  void loadedObjectsAreThoseOfTheProgram(Database database) {
    for (int seed = 0; seed < SEEDS; seed++) {
      try (var db = database.open()) {
        var edits = edited(db, seed, false);
        for (var user : edits.users) {
          assertThat(user.posts().list())
              .as("seed %d, posts of %s", seed, user.username())
              .containsExactlyInAnyOrderElementsOf(
                  edits.posts.stream().filter(post -> post.author().get() == user).toList());
        }
        for (var tag : edits.tags) {
          assertThat(tag.posts().list())
              .as("seed %d, posts with %s", seed, tag.name())
              .containsExactlyInAnyOrderElementsOf(
                  edits.posts.stream().filter(post -> post.tags().contains(tag)).toList());
        }
      }
    }
  }

  private static List<String> rows(Database database, int seed, boolean single) {
    try (var db = database.open()) {
      edited(db, seed, single);
      return dump(db);
    }
  }

  private static Edits edited(Session db, int seed, boolean single) {
    var random = new Random(seed);
    var edits = new Edits(db, random);
    edits.start();
    db.flush();
    int count = 5 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      edits.next();
      if (single) {
        db.flush();
      }
    }
    db.flush();
    return edits;
  }

  private static List<String> dump(Session db) {
    var rows = new ArrayList<String>();
    rows.addAll(
        db.sql(
                """
                select p.title || ' by ' || u.username || ' in ' || coalesce(c.name, '-')
                from posts p join users u on u.id = p.author_id
                left join post_categories c on c.id = p.category_id order by p.title\
                """)
            .list(String.class));
    rows.addAll(
        db.sql(
                """
                select p.title || ' has ' || t.tag_name
                from posts p join post_tags t on t.post_id = p.id order by p.title, t.tag_name\
                """)
            .list(String.class));
    dumpMore(db, rows);
    return rows;
  }

  private static void dumpMore(Session db, List<String> rows) {
    rows.addAll(
        db.sql(
                """
                select c.text || ' under ' || p.title || ' to ' || coalesce(a.text, '-')
                from comments c join posts p on p.id = c.post_id
                left join comments a on a.id = c.answered_id order by c.text\
                """)
            .list(String.class));
    rows.addAll(
        db.sql(
                """
                select c.name || ' in ' || coalesce(p.name, '-')
                from post_categories c left join post_categories p on p.id = c.parent_id
                order by c.name\
                """)
            .list(String.class));
    rows.addAll(
        db.sql(
                """
                select a.username || ' follows ' || b.username from followers f
                join users a on a.id = f.follower_id join users b on b.id = f.followed_id
                order by a.username, b.username\
                """)
            .list(String.class));
  }

  /// Edits that are allowed one after the other.
  private static final class Edits {
    private final Session db;
    private final Random random;
    private final List<User> users = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Category> categories = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private int made;

    Edits(Session db, Random random) {
      this.db = db;
      this.random = random;
    }

    /// The rows that are there before.
    void start() {
      for (int i = 0; i < 4; i++) {
        addUser();
        addCategory();
        tags.add(db.add(new Tag("t" + made++, "red")));
        addPost();
        addComment();
      }
    }

    void next() {
      switch (random.nextInt(14)) {
        case 0 -> addUser();
        case 1, 2 -> addPost();
        case 3 -> addComment();
        case 4 -> addCategory();
        case 5 -> pick(users).posts().add(pick(posts));
        case 6 -> tag();
        case 7 -> swapNames();
        case 8 -> moveCategory();
        case 9 -> file();
        case 10 -> removePost();
        case 11 -> answer();
        case 12 -> follow();
        default -> pick(posts).author().set(pick(users));
      }
    }

    private void addUser() {
      users.add(db.add(new User("u" + made++)));
    }

    private void addPost() {
      var post = new Post(pick(users), "p" + made++);
      posts.add(random.nextBoolean() ? db.add(post) : added(pick(users), post));
    }

    private static Post added(User user, Post post) {
      user.posts().add(post);
      return post;
    }

    private void addComment() {
      var comment = new Comment(random.nextBoolean() ? pick(users) : null, "c" + made++);
      pick(posts).comments().add(comment);
      comments.add(comment);
    }

    private void addCategory() {
      var category = new Category("k" + made++);
      if (!categories.isEmpty() && random.nextBoolean()) {
        pick(categories).children().add(category);
      }
      categories.add(db.add(category));
    }

    private void tag() {
      var post = pick(posts);
      var tag = pick(tags);
      if (!post.tags().contains(tag)) {
        tag.posts().add(post);
      } else if (random.nextBoolean()) {
        post.tags().remove(tag);
      } else {
        tag.posts().remove(post);
      }
    }

    /// By three steps, each of which is allowed by itself.
    private void swapNames() {
      var one = pick(users);
      var other = pick(users);
      var name = one.username();
      one.username("x" + made++);
      var taken = other.username();
      other.username(one == other ? taken : name);
      if (one != other) {
        one.username(taken);
      }
    }

    private void moveCategory() {
      var category = pick(categories);
      if (random.nextInt(4) == 0) {
        category.parent().set(null);
      } else {
        pick(categories).children().add(category);
      }
    }

    private void file() {
      var post = pick(posts);
      if (random.nextInt(3) == 0) {
        post.category().set(null);
      } else {
        pick(categories).posts().add(post);
      }
    }

    private void removePost() {
      if (posts.size() < 3) {
        return;
      }
      var post = pick(posts);
      comments.removeIf(comment -> comment.post().get() == post);
      for (var comment : post.comments().list()) {
        comment.answered().set(null);
        List.copyOf(comment.answers().list()).forEach(answer -> answer.answered().set(null));
      }
      List.copyOf(post.comments().list()).forEach(post.comments()::remove);
      posts.remove(post);
      if (random.nextBoolean()) {
        db.remove(post);
      } else {
        post.author().get().posts().remove(post);
      }
    }

    private void answer() {
      if (!comments.isEmpty()) {
        pick(comments).answered().set(pick(comments));
      }
    }

    private void follow() {
      var one = pick(users);
      var other = pick(users);
      if (one.following().contains(other)) {
        other.followers().remove(one);
      } else {
        one.following().add(other);
      }
    }

    private <T> T pick(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }
  }
}
