package dev.ambix.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.UniqueViolation;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
class StatementsTest {
  @BeforeEach
  void fill(Database database) {
    database.write(db -> {
      db.add(new Book("Emma"));
      db.add(new Book("Persuasion"));
    });
  }

  @Test
  void recordsWhatTheTestSentWithRowsAndCallers(Session db, Statements statements) {
    db.select(Book.class).list();

    assertThat(statements.all())
        .singleElement()
        .satisfies(statement -> {
          assertThat(statement.rows()).isEqualTo(2);
          assertThat(statement.caller().orElseThrow().getMethodName())
              .isEqualTo("recordsWhatTheTestSentWithRowsAndCallers");
        });
    assertThat(statements.texts()).singleElement().asString().contains("from");
  }

  @Test
  void leavesTransactionControlOut(Database database, Statements statements) {
    database.write(db -> {
      db.savepoint(() -> {
        db.add(new Book("Sanditon"));
      });
    });

    statements.expectTexts("insert into books");
  }

  @Test
  void takesABatchForOne(Session db, Statements statements) {
    db.select(Book.class).list().forEach(book -> book.rename(book.title() + "!"));
    db.flush();

    statements.expectTexts("select", "update books set");
    assertThat(statements.all().getLast().executions()).isEqualTo(2);
  }

  @Test
  void recordsFailures(Session db, Statements statements) {
    db.add(new Book("Emma"));

    assertThatThrownBy(db::flush).isInstanceOf(UniqueViolation.class);
    assertThat(statements.all())
        .singleElement()
        .satisfies(statement -> assertThat(statement.error()).isPresent());
  }

  @Test
  void forgetsOnRequest(Session db, Statements statements) {
    db.select(Book.class).list();
    statements.clear();

    assertThat(statements.all()).isEmpty();
    db.select(Book.class).count();
    assertThat(statements.texts()).hasSize(1);
  }

  @Nested
  class Expect {
    @Test
    void givesWhatTheBlockGives(Session db, Statements statements) {
      List<Book> books = statements.expect(1, () -> db.select(Book.class).list());

      assertThat(books).hasSize(2);
    }

    @Test
    void countsTheBlockOnly(Session db, Statements statements) {
      db.select(Book.class).list();

      statements.expect(0, () -> {});
      statements.expect(
          2,
          () -> {
            db.select(Book.class).count();
            db.select(Book.class).count();
          });
    }

    @Test
    void listsTheStatementsOfAWrongNumber(Session db, Statements statements) {
      assertThatThrownBy(() ->
              statements.expect(
                  1, () -> IntStream.range(0, 2).forEach(i -> db.select(Book.class).list())))
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageStartingWith(
              "[StatementCount] expect: the number of statements is wrong; got 2, expected 1.")
          .hasMessageContaining("\n  1. select ")
          .hasMessageContaining("\n  2. select ")
          .hasMessageContaining("(2 rows, at dev.ambix.testing.StatementsTest$Expect.")
          .hasMessageContaining("(StatementsTest.java:");
    }
  }

  @Nested
  class ExpectTexts {
    @Test
    void takesTextsForPartsInOrder(Session db, Statements statements) {
      db.select(Book.class).count();
      db.add(new Book("Sanditon"));
      db.flush();

      statements.expectTexts("FROM books", "insert  into\nbooks");
    }

    @Test
    void refusesAnotherOrder(Session db, Statements statements) {
      db.select(Book.class).count();
      db.add(new Book("Sanditon"));
      db.flush();

      assertThatThrownBy(() -> statements.expectTexts("insert into books", "from books"))
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageStartingWith("[StatementTexts] expectTexts: other statements were sent;")
          .hasMessageContaining("got 2, expected 2")
          .hasMessageContaining("\n- insert into books\n  select count(*)")
          .hasMessageContaining("\n+ insert into \"books\"");
    }

    @Test
    void refusesAnotherNumber(Session db, Statements statements) {
      db.select(Book.class).count();

      assertThatThrownBy(() -> statements.expectTexts("from books", "from books"))
          .hasMessageContaining("got 1, expected 2")
          .hasMessageContaining("\n- from books");
    }
  }
}
