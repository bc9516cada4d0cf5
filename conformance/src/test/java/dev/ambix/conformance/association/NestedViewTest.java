package dev.ambix.conformance.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.blog.Category;
import dev.ambix.conformance.blog.Post;
import dev.ambix.conformance.blog.PostCard;
import dev.ambix.conformance.blog.PostCard.AuthorName;
import dev.ambix.conformance.blog.PostCard.CategoryCard;
import dev.ambix.conformance.blog.PostCard.CategoryName;
import dev.ambix.conformance.blog.Post_;
import dev.ambix.conformance.blog.User;
import dev.ambix.session.Database;
import dev.ambix.testing.Statements;
import org.junit.jupiter.api.Test;

/// Projections with those of the rows that they refer to.
@EveryEngine
class NestedViewTest {
  @Test
  void readsRecordsInsideFromTheSameRow(Database database, Statements statements) {
    database.write(db -> {
      var root = new Category("root");
      var leaf = new Category("leaf");
      leaf.parent().set(root);
      var ann = db.add(new User("ann"));
      var post = db.add(new Post(ann, "a"));
      post.category().set(leaf);
      db.add(new Post(ann, "b")).category().set(root);
      db.add(new Post(ann, "c"));
    });
    statements.clear();

    var cards = database.read(db -> db.select(PostCard.class).orderBy(Post_.title.asc()).list());

    assertThat(statements.texts()).hasSize(1);
    assertThat(cards).extracting(PostCard::author).containsOnly(new AuthorName("ann"));
    assertThat(cards)
        .extracting(PostCard::category)
        .containsExactly(
            new CategoryCard("leaf", new CategoryName("root")),
            new CategoryCard("root", null),
            null);
    assertThat(cards).extracting(PostCard::root).containsExactly("root", null, null);
  }

  @Test
  void joinsOnlyWhatTheRecordNames(Database database, Statements statements) {
    database.read(db -> {
      statements.clear();
      return db.select(PostCard.class).list();
    });

    assertThat(statements.texts().getFirst().split("join", -1)).hasSize(4);
  }
}
