package dev.ambix.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.UsageException;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.TestDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
@Committed
class RunnerTest {
  private static final String USERS =
      """
      -- upgrade
      create table users (id integer primary key, name varchar(20) not null);
      insert into users values (1, 'ann; or ?');
      -- downgrade
      drop table users;
      """;
  private static final String POSTS =
      """
      -- upgrade
      create table posts (id integer primary key);
      -- downgrade
      drop table posts;
      """;

  private Lab lab;

  @BeforeEach
  void connect(TestDatabase database) {
    lab = new Lab(database.url());
  }

  @Test
  void upgradesAndRemembers() {
    var runner = lab.runner(Lab.line(USERS, POSTS));
    assertThat(Lab.letters(runner.upgrade("head"))).containsExactly("a", "b");
    assertThat(lab.values("select name from users")).containsExactly("ann; or ?");
    assertThat(lab.values("select revision from ambix_revision order by 1"))
        .containsExactly(Lab.id(0), Lab.id(1));
    var status = runner.status();
    assertThat(status.current()).isTrue();
    assertThat(status.rows().getFirst().message()).isEqualTo("step 0");
    status.requireCurrent();
    assertThat(runner.upgrade("head")).isEmpty();
  }

  @Test
  void downgradesToNothing() {
    var runner = lab.runner(Lab.line(USERS, POSTS));
    runner.upgrade("head");
    assertThat(Lab.letters(runner.downgrade("-1"))).containsExactly("b");
    assertThat(lab.has("posts")).isFalse();
    assertThat(Lab.letters(runner.downgrade("base"))).containsExactly("a");
    assertThat(lab.has("users")).isFalse();
    assertThat(runner.status().rows()).isEmpty();
  }

  @Test
  void aFailureNamesFileLineAndStatementAndLeavesNothingOfIt() {
    var runner =
        lab.runner(
            Lab.line(
                USERS, "-- upgrade\ncreate table x (id int);\n\nselect nope\n  from users;\n"));
    assertThatThrownBy(() -> runner.upgrade("head"))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching(
            "(?s)\\[RevisionFailed] b\\.sql:7: `select nope from users` failed; got .*nope.*"
                + " \\(\\w+\\), expected it to run\\. Correct the statement, or the rows\\. The"
                + " database is as it was before this revision\\.");
    assertThat(lab.has("x")).isFalse();
    assertThat(runner.status().applied()).containsExactly(Lab.id(0));
  }

  @Test
  void valuesOfRowsStayOutOfFailures() {
    var runner =
        lab.runner(Lab.line(USERS, "-- upgrade\ninsert into users select id, name from users;\n"));
    assertThatThrownBy(() -> runner.upgrade("head"))
        .hasMessageContaining("[RevisionFailed] b.sql:5: ")
        .hasMessageNotContaining("ann");
  }

  @Test
  void aFileThatChangedAfterItWasAppliedIsAnError() {
    lab.runner(Lab.line(USERS)).upgrade("head");
    var edited = lab.runner(Lab.line(USERS.replace("20", "30"), POSTS));
    assertThatThrownBy(() -> edited.upgrade("head"))
        .hasMessageContaining("[RevisionEdited] a.sql: it was changed after it was applied");
    assertThatThrownBy(() -> edited.status().requireCurrent())
        .hasMessageContaining("[RevisionEdited]");
    edited.stamp("current", false);
    assertThat(Lab.letters(edited.upgrade("head"))).containsExactly("b");
  }

  @Test
  void saysWhichRevisionsAreMissingOrUnknown() {
    var older = lab.runner(Lab.line(USERS));
    var newer = lab.runner(Lab.line(USERS, POSTS));
    assertThatThrownBy(() -> older.status().requireCurrent())
        .hasMessage(
            "[DatabaseBehind] database: it lacks 1 of the revisions: aaaaaaaaaaaa (step 0); expected"
                + " all. Run `ambix upgrade heads`.");
    newer.upgrade("head");
    assertThatThrownBy(() -> older.status().requireCurrent())
        .hasMessageContaining("[DatabaseAhead]")
        .hasMessageContaining("bbbbbbbbbbbb (step 1)");
    assertThatThrownBy(() -> older.upgrade("head")).hasMessageContaining("[DatabaseAhead]");
  }

  @Test
  void stampsWithoutRunningAndPurges() {
    var runner = lab.runner(Lab.line(USERS, POSTS));
    assertThat(runner.stamp("head", false)).containsExactlyInAnyOrder(Lab.id(0), Lab.id(1));
    assertThat(lab.has("users")).isFalse();
    runner.stamp("aaa", false);
    assertThat(runner.status().applied()).containsExactly(Lab.id(0));
    runner.stamp("head", false);
    var other = lab.runner(Lab.line(USERS));
    assertThatThrownBy(() -> other.stamp("head", false)).hasMessageContaining("[DatabaseAhead]");
    other.stamp("head", true);
    assertThat(other.status().rows()).hasSize(1);
  }

  @Test
  void undoesOnlyWhatSaysHow() {
    var runner = lab.runner(Lab.line(USERS, "-- upgrade\ncreate table x (id int);\n"));
    runner.upgrade("head");
    assertThatThrownBy(() -> runner.downgrade("base"))
        .hasMessageContaining("[NoDowngrade] b.sql: it cannot be undone");
    assertThat(runner.status().applied()).hasSize(2);
  }

  @Test
  void eachEngineNeedsASection() {
    var runner = lab.runner(Lab.line("-- downgrade\n"));
    assertThatThrownBy(() -> runner.upgrade("head")).hasMessageContaining("[NoUpgrade] a.sql: ");
  }

  @Test
  void runsDataMigrationsInTheTransaction() {
    var name = Shout.class.getName();
    var runner = lab.runner(Lab.line(USERS, "-- upgrade\n-- java: " + name + "\n"));
    runner.upgrade("head");
    assertThat(lab.values("select name from users")).containsExactly("ANN; OR ?");
  }

  @Test
  void aDataMigrationThatThrowsLeavesNothing() {
    var name = Fails.class.getName();
    var runner =
        lab.runner(
            Lab.line(USERS, "-- upgrade\ncreate table x (id int);\n\n-- java: " + name + "\n"));
    assertThatThrownBy(() -> runner.upgrade("head"))
        .hasMessageMatching(
            Pattern.quote("[RevisionFailed] b.sql:7: " + name + " threw")
                + " java.lang.IllegalStateException at RunnerTest.java:\\d+; expected it to return\\."
                + " Its transaction was rolled back\\. Correct the class, and run again\\.")
        .hasRootCauseMessage("a value: 4711");
    assertThat(lab.has("x")).isFalse();
    assertThat(lab.values("select name from users")).containsExactly("ann; or ?");
    assertThat(runner.status().applied()).containsExactly(Lab.id(0));
  }

  /// Marks users, two at a time, and gets no further than that while there is no table `wanted`.
  public static final class Marks implements DataMigration {
    @Override
    public void run(Connection connection) throws Exception {
      try (var statement = connection.createStatement()) {
        for (int i = 0; i < 2; i++) {
          statement.execute("begin");
          statement.execute(
              "update users set name = '*' || name where id in (select id from users where name not"
                  + " like '*%' order by id limit 2)");
          statement.execute("commit");
          if (i == 0) {
            statement.execute("insert into runs select count(*) from runs");
            statement.execute("insert into wanted values (1)");
          }
        }
      }
    }
  }

  /// Begins what it does not end.
  public static final class Begins implements DataMigration {
    @Override
    public void run(Connection connection) throws Exception {
      try (var statement = connection.createStatement()) {
        statement.execute("begin");
        statement.execute("update users set name = 'x'");
      }
    }
  }

  @Test
  void javaOutsideTheTransactionKeepsWhatItHasCommittedAndGoesOn() {
    var runner =
        lab.runner(
            Lab.line(
                USERS
                    .replace("'ann; or ?');", "'a'), (2, 'b'), (3, 'c');")
                    .replace("-- downgrade", "create table runs (n integer);\n-- downgrade"),
                "-- upgrade\n-- outside transaction\n-- java: " + Marks.class.getName() + "\n"));
    assertThatThrownBy(() -> runner.upgrade("head"))
        .hasMessageContaining(
            "[RevisionFailed] b.sql:6: `java " + Marks.class.getName() + "` failed")
        .hasMessageContaining("RunnerTest.java:");
    assertThat(lab.values("select name from users order by id")).containsExactly("*a", "*b", "c");
    lab.execute("create table wanted (n integer)");
    assertThat(Lab.letters(runner.upgrade("head"))).containsExactly("b");
    assertThat(lab.values("select name from users order by id")).containsExactly("*a", "*b", "*c");
    assertThat(lab.values("select count(*) from runs")).containsExactly("2");
    runner.status().requireCurrent();
  }

  @Test
  void javaThatDoesNotEndItsTransactionIsAnError() {
    var runner =
        lab.runner(
            Lab.line(
                USERS,
                "-- upgrade\n-- outside transaction\n-- java: " + Begins.class.getName() + "\n"));
    assertThatThrownBy(() -> runner.upgrade("head"))
        .hasMessageContaining("[TransactionLeftOpen] b.sql:6: " + Begins.class.getName());
    assertThat(lab.values("select name from users")).containsExactly("ann; or ?");
  }

  @Test
  void whatIsHalfUndoneIsNotCurrent() {
    var down = "-- downgrade\n-- outside transaction\nselect 2;\nselect nope;\n";
    var runner = lab.runner(Lab.line(USERS, "-- upgrade\nselect 1;\n" + down));
    runner.upgrade("head");
    assertThatThrownBy(() -> runner.downgrade("-1")).hasMessageContaining("b.sql:9: `select nope`");
    assertThatThrownBy(() -> runner.status().requireCurrent())
        .hasMessageContaining("[DatabaseBehind]")
        .hasMessageContaining(Lab.id(1));
  }

  @Test
  void aMissingDataMigrationNamesItsLine() {
    var runner = lab.runner(Lab.line("-- upgrade\n-- java: com.example.None\n"));
    assertThatThrownBy(() -> runner.upgrade("head"))
        .hasMessageContaining("[DataMigrationMissing] a.sql:4: com.example.None cannot be made");
  }

  @Test
  void keepsItsTableWhereTold() {
    var settings = Lab.settings().table("versions", "meta");
    var runner = lab.runner(Lab.line(USERS), settings, RunListener.none());
    runner.upgrade("head");
    assertThat(runner.status().current()).isTrue();
    assertThat(lab.has("ambix_revision")).isFalse();
    assertThat(lab.has("meta.versions") || lab.has("versions")).isTrue();
  }

  @Test
  void twoRunnersAtOnceRunEachRevisionOnce() throws Exception {
    var history =
        Lab.line(
            USERS,
            "-- upgrade\ninsert into users values (2, 'b');\n",
            "-- upgrade\ninsert into users values (3, 'c');\n",
            "-- upgrade\ninsert into users values (4, 'd');\n");
    var ran = new ArrayList<String>();
    var failures = new ArrayList<Throwable>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  var mine = Lab.letters(lab.runner(history).upgrade("head")).toList();
                  synchronized (ran) {
                    ran.addAll(mine);
                  }
                } catch (RuntimeException e) {
                  synchronized (ran) {
                    failures.add(e);
                  }
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
    assertThat(ran).containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(lab.values("select count(*) from users")).containsExactly("4");
  }

  /// A data migration.
  public static final class Shout implements DataMigration {
    @Override
    public void run(Connection connection) throws Exception {
      try (var statement = connection.createStatement()) {
        statement.executeUpdate("update users set name = upper(name)");
      }
    }
  }

  /// A data migration that throws after it has written.
  public static final class Fails implements DataMigration {
    @Override
    public void run(Connection connection) throws Exception {
      new Shout().run(connection);
      throw new IllegalStateException("a value: 4711");
    }
  }

  @Test
  void hearsHowARunGoesOn() {
    var heard = new ArrayList<String>();
    var listener =
        new RunListener() {
          @Override
          public void started(
              dev.ambix.migrate.revision.Revision revision,
              dev.ambix.migrate.revision.Direction direction) {
            heard.add(direction.word() + " " + revision.file());
          }

          @Override
          public void step(
              dev.ambix.migrate.revision.Revision revision, dev.ambix.migrate.revision.Step step) {
            heard.add(step.line() + ": " + step.summary());
          }
        };
    lab.runner(Lab.line(POSTS), Lab.settings(), listener).upgrade("head");
    assertThat(heard)
        .isEqualTo(List.of("upgrade a.sql", "4: create table posts (id integer primary key)"));
  }
}
