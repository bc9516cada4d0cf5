package dev.ambix.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.session.Database;
import dev.ambix.session.Listener.StatementEvent;
import dev.ambix.session.Session;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;

class RepeatsTest {
  @Test
  void aQueryInALoopFailsTheTest() {
    var message = TestKit.failure(run(Loop.class));

    assertThat(message)
        .startsWith(
            "[RepeatedQuery] Loop.titles on SQLite: one query was sent again and again from one"
                + " place; got 3 times, expected at most 2.")
        .contains("by with(…) or in(…)", "@AllowRepeats")
        .contains("\n  3 times, at dev.ambix.testing.RepeatsTest$Loop.title(RepeatsTest.java:")
        .contains(": select ");
  }

  @Test
  void whatWritesIsNoQuery() {
    assertThat(isCounted("update books set title = ?")).isFalse();
    assertThat(isCounted("with recent as (select 1) insert into books select 1")).isFalse();
    assertThat(isCounted("select nextval('books_id_seq')")).isFalse();
    assertThat(isCounted("SELECT * FROM books FOR UPDATE")).isTrue();
    assertThat(isCounted("with recent as (select 1) select * from recent")).isTrue();
  }

  private static boolean isCounted(String sql) {
    var repeats = new Repeats();
    var event = new StatementEvent(sql, Duration.ZERO, 1, 1, Optional.empty(), Optional.empty(), 1);
    for (int i = 0; i < 3; i++) {
      repeats.add(event);
    }
    try {
      repeats.requireAtMost(2, "test");
      return false;
    } catch (AssertionFailedError repeated) {
      return true;
    }
  }

  @Test
  void whatIsNoLoopPasses() {
    run(NoLoop.class).testEvents().assertStatistics(stats -> stats.started(6).succeeded(6));
  }

  @Test
  void aTestMayAllowIt() {
    run(Allowed.class).testEvents().assertStatistics(stats -> stats.started(3).succeeded(3));
  }

  @Test
  void aTestMaySayHowOften() {
    assertThat(TestKit.failure(run(AllowedFour.class)))
        .startsWith("[RepeatedQuery] AllowedFour.five")
        .contains("got 5 times, expected at most 4");
  }

  @Test
  void anotherFailureIsNotHidden() {
    assertThat(TestKit.failure(run(Failing.class))).isEqualTo("on purpose");
  }

  private static EngineExecutionResults run(Class<?> testClass) {
    return TestKit.run(testClass);
  }

  @AmbixTest
  static class Loop {
    @BeforeEach
    void fill(Database database) {
      RepeatsTest.fill(database);
    }

    @Test
    void titles(Session db) {
      for (int i = 1; i <= 3; i++) {
        title(db, i);
      }
    }

    private static void title(Session db, long number) {
      db.select(Book.class).where(Book_.id.gt(number)).count();
    }
  }

  @AmbixTest
  static class NoLoop {
    @BeforeEach
    void fill(Database database) {
      RepeatsTest.fill(database);
    }

    @Test
    void helperFromSeveralLines(Session db) {
      count(db);
      count(db);
      count(db);
    }

    @Test
    void levelsOfATree(Session db) {
      descend(db, 3);
    }

    private static void descend(Session db, int levels) {
      count(db);
      if (levels > 1) {
        descend(db, levels - 1);
      }
    }

    @Test
    void severalSessions(Database database) {
      for (int i = 0; i < 3; i++) {
        Books.count(database);
      }
    }

    @Test
    void severalStatements(Session db) {
      for (int i = 0; i < 2; i++) {
        count(db);
        db.select(Book.class).list();
      }
    }

    @Test
    void objectsOfTheSession(Session db) {
      var first = db.select(Book.class).list().getFirst();
      for (int i = 0; i < 3; i++) {
        db.get(Book.class, first.id());
      }
    }

    @Test
    void writes(Session db) {
      for (int i = 0; i < 3; i++) {
        db.add(new Book("new " + i));
        db.flush();
      }
    }
  }

  @AmbixTest
  @AllowRepeats
  static class Allowed {
    @Test
    void byItsClass(Session db) {
      repeat(db, 3);
    }

    @Test
    @AllowRepeats(3)
    void byItself(Session db) {
      repeat(db, 3);
    }

    @Nested
    class Inner {
      @Test
      void byTheClassAround(Session db) {
        repeat(db, 3);
      }
    }
  }

  @AmbixTest
  @AllowRepeats
  static class AllowedFour {
    @Test
    @AllowRepeats(4)
    void five(Session db) {
      repeat(db, 5);
    }
  }

  @AmbixTest
  static class Failing {
    @Test
    void fails(Session db) {
      repeat(db, 5);
      throw new IllegalStateException("on purpose");
    }
  }

  private static void repeat(Session db, int times) {
    for (int i = 0; i < times; i++) {
      count(db);
    }
  }

  private static void count(Session db) {
    db.select(Book.class).count();
  }

  private static void fill(Database database) {
    Books.add(database, "Emma");
    Books.add(database, "Persuasion");
  }
}
