package dev.ambix.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.QueryFailed;
import dev.ambix.session.Database;
import dev.ambix.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

class AmbixTestTest {
  @Test
  void runsOnEachEngine() {
    var results = TestKit.run(BothEngines.class);

    results.testEvents().assertStatistics(stats -> stats.succeeded(4).failed(0));
    assertThat(results.containerEvents().started().stream())
        .extracting(event -> event.getTestDescriptor().getDisplayName())
        .contains("SQLite", "PostgreSQL");
  }

  @AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL, Engine.SQLITE})
  static class BothEngines {
    private final Engine engine;
    private final Database database;

    BothEngines(Engine engine, Database database) {
      this.engine = engine;
      this.database = database;
    }

    @Test
    void getsTheSameDatabaseEverywhere(Database ofMethod, Session db, Statements statements) {
      assertThat(database).isSameAs(ofMethod);
      assertThat(database.engine()).isEqualToIgnoringCase(engine.toString());
      db.add(new Book("Emma"));
      db.commit();
      assertThat(Books.count(database)).isEqualTo(1);
      assertThat(statements.all()).hasSize(2);
    }

    @Nested
    class Inside {
      @Test
      void runsToo(Engine inner) {
        assertThat(inner).isEqualTo(engine);
      }
    }
  }

  @Test
  void runsOnSqliteUnlessTold() {
    TestKit.run(Plain.class).testEvents().assertStatistics(stats -> stats.succeeded(1).failed(0));
  }

  @AmbixTest
  static class Plain {
    @BeforeEach
    void before(Database database, Session db, Engine engine) {
      assertThat(engine).isEqualTo(Engine.SQLITE);
      db.add(new Book("Emma"));
      db.commit();
    }

    @Test
    @ExpectStatements(1)
    void countsItsOwnStatements(Session db, Statements statements) {
      assertThat(db.select(Book.class).count()).isEqualTo(1);
      assertThat(statements.all()).hasSize(1);
    }

    @AfterEach
    void after(Session db) {
      assertThat(db.select(Book.class).count()).isEqualTo(1);
    }
  }

  @Test
  void failsATestThatSentAnotherNumberOfStatements() {
    assertThat(TestKit.failure(TestKit.run(TooMany.class)))
        .startsWith(
            "[StatementCount] TooMany.readsInALoop on SQLite: the number of statements is wrong;"
                + " got 2, expected 1. ")
        .contains("\n  1. select count(*)", "\n  2. select count(*)")
        .contains("(1 row, at dev.ambix.testing.AmbixTestTest$TooMany.readsInALoop(AmbixTestTest");
  }

  @AmbixTest
  static class TooMany {
    @Test
    @ExpectStatements(1)
    void readsInALoop(Session db, Statements statements) {
      for (int i = 0; i < 2; i++) {
        db.select(Book.class).count();
      }
      statements.clear();
    }
  }

  @Test
  void failsATestThatSentNothing() {
    assertThat(TestKit.failure(TestKit.run(Idle.class))).contains("got 0, expected 1.");
  }

  @AmbixTest
  static class Idle {
    @Test
    @ExpectStatements(1)
    void doesNothing() {}
  }

  @Test
  void doesNotHideAFailureBehindTheCount() {
    assertThat(TestKit.failure(TestKit.run(Broken.class))).isEqualTo("out of ink");
  }

  @AmbixTest
  static class Broken {
    @Test
    @ExpectStatements(1)
    void fails() {
      throw new IllegalStateException("out of ink");
    }
  }

  @Test
  void rollsBackTestsThatFail() {
    var results = TestKit.run(FailsEveryTime.class);

    assertThat(TestKit.failures(results)).containsExactly("out of ink", "out of ink");
  }

  @AmbixTest
  static class FailsEveryTime {
    @RepeatedTest(2)
    void fails(Database database) {
      Books.add(database, "Emma");
      throw new IllegalStateException("out of ink");
    }
  }

  @Test
  void sharesWhatBeforeAllHasWritten() {
    TestKit.run(Fixture.class).testEvents().assertStatistics(stats -> stats.succeeded(5));
    TestKit.run(FixtureOfInstance.class).testEvents().assertStatistics(stats -> stats.succeeded(2));
    TestKit.run(CommittedFixture.class).testEvents().assertStatistics(stats -> stats.succeeded(1));
  }

  @AmbixTest
  static class Fixture {
    @BeforeAll
    static void fill(Database database) {
      Books.add(database, "Emma");
    }

    @RepeatedTest(2)
    void findsThatAndNoMore(Database database) {
      database.write(db -> {
        assertThat(db.select(Book.class).count()).isEqualTo(1);
        db.add(new Book("Persuasion"));
      });
    }

    @Nested
    class Inner {
      @BeforeAll
      static void fillMore(Database database) {
        Books.add(database, "Sanditon");
      }

      @RepeatedTest(2)
      void findsWhatBothHaveWritten(Database database) {
        assertThat(Books.count(database)).isEqualTo(2);
        Books.add(database, "Persuasion");
      }
    }

    @Test
    @Committed
    void findsNothing(Session db) {
      assertThat(db.select(Book.class).count()).isZero();
    }
  }

  @AmbixTest
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class FixtureOfInstance {
    FixtureOfInstance(Database database) {
      Books.add(database, "Emma");
    }

    @RepeatedTest(2)
    void findsThatAndNoMore(Session db) {
      db.add(new Book("Persuasion"));
      db.commit();
      assertThat(db.select(Book.class).count()).isEqualTo(2);
    }
  }

  @AmbixTest
  @Committed
  static class CommittedFixture {
    @BeforeAll
    static void fill(TestDatabase test) {
      Books.add(test.open(""), "Emma");
    }

    @Test
    @ExpectStatements(1)
    void findsThat(Database database) {
      assertThat(Books.count(database)).isEqualTo(1);
    }
  }

  @Test
  void givesNoSessionOutsideATest() {
    assertThat(TestKit.failure(TestKit.run(SessionForAll.class)))
        .contains("[OutsideTest] @AmbixTest: ", "runs once for the class,");
    assertThat(TestKit.failure(TestKit.run(DatabaseForBoth.class)))
        .contains("[OutsideTest] @AmbixTest: ", "runs once for all engines of the class,");
  }

  @AmbixTest
  static class SessionForAll {
    @BeforeAll
    static void fill(Session db) {
      db.add(new Book("Emma"));
    }

    @Test
    void doesNotRun() {}
  }

  @AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
  static class DatabaseForBoth {
    @BeforeAll
    static void fill(Database database) {
      Books.add(database, "Emma");
    }

    @Test
    void doesNotRun() {}
  }

  @Test
  void givesNoUrlOfASandbox() {
    assertThat(TestKit.failure(TestKit.run(WantsUrl.class)))
        .contains("[NotCommitted] TestDatabase: ");
  }

  @AmbixTest
  static class WantsUrl {
    @Test
    void doesNotRun(TestDatabase test) {
      assertThat(test.url()).isEmpty();
    }
  }

  @Test
  void usesJustTheMappingsThatItIsGiven() {
    TestKit.run(OtherMappings.class).testEvents().assertStatistics(stats -> stats.succeeded(1));
  }

  @AmbixTest(mappings = Leaflet_.class)
  static class OtherMappings {
    @Test
    void haveTheirTablesOnly(Session db, Database database) {
      db.add(new Leaflet("Emma"));
      db.commit();
      assertThat(db.select(Leaflet.class).count()).isEqualTo(1);
      assertThatThrownBy(() ->
              database.read(other -> other.sql("select count(*) from books").list(Long.class)))
          .isInstanceOf(QueryFailed.class);
    }
  }

  @Test
  void failsATestThatLeavesASessionAtWork() {
    var results = TestKit.run(LeavesSession.class);

    results.testEvents().assertStatistics(stats -> stats.failed(1).succeeded(1));
    assertThat(TestKit.failure(results))
        .startsWith("[SandboxBusy] sandbox: got a transaction that is still open")
        .contains("insert into");
  }

  @AmbixTest
  static class LeavesSession {
    @RepeatedTest(2)
    void leavesOneTheFirstTime(Database database, org.junit.jupiter.api.RepetitionInfo repetition) {
      var db = database.open();
      db.add(new Book("Emma"));
      db.flush();
      if (repetition.getCurrentRepetition() == 2) {
        db.close();
      }
    }
  }

  @Test
  void keepsSandboxesApartWhereClassesRunSideBySide() {
    var locks = new EngineLocks();

    assertThat(locks.provideForClass(BothEngines.class))
        .containsAll(locks.provideForClass(Plain.class))
        .hasSize(2);
    assertThat(locks.provideForClass(CommittedFixture.class)).isEmpty();
  }
}
