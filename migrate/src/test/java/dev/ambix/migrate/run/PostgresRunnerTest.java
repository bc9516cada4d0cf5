package dev.ambix.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Step;
import dev.ambix.session.Database;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AmbixTest(engines = Engine.POSTGRESQL)
@Committed
class PostgresRunnerTest {
  private static final String USERS =
      "-- upgrade\ncreate table users (id int primary key, name text);\n-- downgrade\ndrop table users;\n";
  private static final String INDEX =
      "-- upgrade\n-- outside transaction\ncreate index concurrently ix on users (name);\n";

  private String url;
  private Lab lab;

  @BeforeEach
  void connect(TestDatabase database) {
    url = database.url();
    lab = new Lab(url);
  }

  @Test
  void buildsAnIndexConcurrentlyWhileAnotherRunnerWaits() throws InterruptedException {
    var history = Lab.line(USERS, INDEX);
    lab.runner(history).upgrade("aaa");
    var waits = new CountDownLatch(1);
    var starts = new CountDownLatch(1);
    var first =
        listener(() -> {
          starts.countDown();
          await(waits);
        });
    var running =
        CompletableFuture.supplyAsync(
            () -> lab.runner(history, Lab.settings(), first).upgrade("head"));
    await(starts);
    var second =
        new RunListener() {
          @Override
          public void waiting(String holder) {
            assertThat(holder)
                .matches("server process \\d+, ambix migrate, process \\d+, from .*, since .* UTC");
            waits.countDown();
          }
        };
    assertThat(lab.runner(history, Lab.settings(), second).upgrade("head")).isEmpty();
    assertThat(running.join()).hasSize(1);
    assertThat(lab.values("select indisvalid from pg_index where indexrelid = 'ix'::regclass"))
        .containsExactly("t");
  }

  @Test
  void theWaitForAnotherRunnerIsBoundedAndSaysWhoItIs() {
    var history = Lab.line(USERS);
    var impatient = Lab.settings().waiting(Duration.ofMillis(100));
    var first =
        listener(() ->
            assertThatThrownBy(
                    () -> lab.runner(history, impatient, RunListener.none()).upgrade("head"))
                .hasMessageMatching(
                    "\\[RunnerBusy] database: another runner is at work: server process \\d+, ambix"
                        + " migrate, process \\d+, .*; waited 0 s, .*"));
    assertThat(lab.runner(history, Lab.settings(), first).upgrade("head")).hasSize(1);
  }

  @Test
  void replacesAnInvalidIndexThatAFailureLeft() {
    var history = Lab.line(USERS, INDEX.replace("index", "unique index"));
    lab.runner(history).upgrade("aaa");
    lab.execute("insert into users values (1, 'ann'), (2, 'ann')");
    assertThatThrownBy(() -> lab.runner(history).upgrade("head"))
        .hasMessageContaining("[RevisionFailed] b.sql:6: ")
        .hasMessageContaining("What ran before it is kept");
    assertThat(lab.values("select indisvalid from pg_index where indexrelid = 'ix'::regclass"))
        .containsExactly("f");
    lab.execute("delete from users where id = 2");
    lab.runner(history).upgrade("head");
    assertThat(lab.values("select indisvalid from pg_index where indexrelid = 'ix'::regclass"))
        .containsExactly("t");
  }

  @Test
  void aFileMayBeCorrectedBehindWhatIsDone() {
    var index = "-- outside transaction\ncreate index concurrently ix on users (name);\n";
    var broken = Lab.line(USERS, "-- upgrade\n" + index + "select nope;\n");
    assertThatThrownBy(() -> lab.runner(broken).upgrade("head")).hasMessageContaining("b.sql:7");
    var status = lab.runner(broken).status();
    assertThat(status.half()).extracting(Applied::done).containsExactly(1);
    assertThatThrownBy(status::requireCurrent).hasMessageContaining("[DatabaseBehind]");

    var other = Lab.line(USERS, "-- upgrade\n" + index.replace("ix", "iy") + "select 1;\n");
    assertThatThrownBy(() -> lab.runner(other).upgrade("head"))
        .hasMessageContaining("[RevisionEdited] b.sql: its first 1 steps were changed");
    var right = Lab.line(USERS, "-- upgrade\n" + index + "select 1;\n");
    assertThat(Lab.letters(lab.runner(right).upgrade("head"))).containsExactly("b");
    lab.runner(right).status().requireCurrent();
  }

  @Test
  void namesTheStatementThatTookTheConnectionAlong() {
    var ends = "-- outside transaction\nselect pg_terminate_backend(pg_backend_pid());\n";
    var history = Lab.line(USERS, "-- upgrade\nselect 1;\n" + ends);
    assertThatThrownBy(() -> lab.runner(history).upgrade("head"))
        .hasMessageContaining("[RevisionFailed] b.sql:7: `select pg_terminate_backend(")
        .hasMessageContaining("What ran before it is kept");
    var right = Lab.line(USERS, "-- upgrade\nselect 1;\nselect 2;\n");
    assertThat(Lab.letters(lab.runner(right).upgrade("head"))).containsExactly("b");
  }

  @Test
  void aNewEnumValueCanBeUsedInTheSameRevision() {
    var history =
        Lab.line(
            "-- upgrade\ncreate type mood as enum ('sad'); create table t (m mood);",
            "-- upgrade\n-- outside transaction\nalter type mood add value 'happy';\n"
                + "insert into t values ('happy');");
    lab.runner(history).upgrade("head");
    assertThat(lab.values("select m from t")).containsExactly("happy");
  }

  @Test
  void saysHowToMarkWhatCannotRunInATransaction() {
    var history = Lab.line(USERS, INDEX.replace("-- outside transaction\n", ""));
    assertThatThrownBy(() -> lab.runner(history).upgrade("head"))
        .hasMessageContaining("[RevisionFailed] b.sql:5: ")
        .hasMessageContaining("Put `-- outside transaction` on the line before it.");
  }

  @Test
  void triesAgainWhileTheApplicationHoldsTheLock() {
    var history = Lab.line(USERS, "-- upgrade\nalter table users add column age int;\n");
    lab.runner(history).upgrade("aaa");
    var retries = new AtomicInteger();
    try (var database = Database.builder(url).mappings(List.of()).open();
        var session = database.open()) {
      session.jdbc(c -> c.createStatement().execute("select * from users"));
      var listener =
          new RunListener() {
            @Override
            public void retrying(Revision revision, Step step, int attempt) {
              if (retries.incrementAndGet() == 2) {
                session.commit();
              }
            }
          };
      lab.runner(history, Lab.settings().locks(Duration.ofMillis(50), 9), listener).upgrade("head");
    }
    assertThat(retries).hasValue(2);
    assertThat(lab.values("select count(age) from users")).containsExactly("0");
  }

  @Test
  void noStatementWaitsLongForALock() {
    var history =
        Lab.line(
            """
            -- upgrade
            create table waits as select current_setting('lock_timeout') as t;
            -- outside transaction
            insert into waits select current_setting('lock_timeout');
            """);
    var settings = Lab.settings().locks(Duration.ofMillis(1234), 1);
    lab.runner(history, settings, RunListener.none()).upgrade("head");
    assertThat(lab.values("select t from waits")).containsExactly("1234ms", "1234ms");
  }

  @Test
  void givesUpOnALockAfterTheRetriesAndChangesNothing() {
    var history = Lab.line(USERS, "-- upgrade\nalter table users add column age int;\n");
    lab.runner(history).upgrade("aaa");
    try (var database = Database.builder(url).mappings(List.of()).open();
        var session = database.open()) {
      session.jdbc(c -> c.createStatement().execute("select * from users"));
      var runner =
          lab.runner(history, Lab.settings().locks(Duration.ofMillis(20), 1), RunListener.none());
      assertThatThrownBy(() -> runner.upgrade("head"))
          .hasMessageContaining("[RevisionFailed] b.sql:5: `alter table users add column age int`")
          .hasMessageContaining("a lock was not to be had in time");
    }
    assertThat(lab.runner(history).status().missing()).hasSize(1);
  }

  @Test
  void statementsMayTakeLongerThanThoseOfTheApplication() {
    var slow =
        Runner.of(
            url + "?statement_timeout=50ms",
            Lab.line("-- upgrade\nselect pg_sleep(0.2);\n"),
            Lab.settings(),
            RunListener.none());
    assertThat(slow.upgrade("head")).hasSize(1);
  }

  @Test
  void refusesAPoolerThatKeepsNoSession() {
    var runner =
        Runner.of(url + "?pooler=transaction", Lab.line(USERS), Lab.settings(), RunListener.none());
    assertThatThrownBy(() -> runner.upgrade("head")).hasMessageContaining("[MigratePooler]");
  }

  @Test
  void leavesNoTransactionOpenBehindIt() {
    lab.runner(Lab.line(USERS)).upgrade("head");
    var locks = new ArrayList<>(lab.values("select pid from pg_locks where locktype = 'advisory'"));
    assertThat(locks).isEmpty();
  }

  private static RunListener listener(Runnable atStep) {
    return new RunListener() {
      @Override
      public void step(Revision revision, Step step) {
        atStep.run();
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Leaves auto-commit off.
  public static final class Switches implements DataMigration {
    @Override
    public void run(Connection connection) throws Exception {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("update users set name = 'x'");
      }
    }
  }

  @Test
  void javaThatLeavesAutoCommitOffIsAnErrorThatIsRemembered() {
    var runner =
        lab.runner(
            Lab.line(
                "-- upgrade\ncreate table users (name text);\ninsert into users values ('ann');\n",
                "-- upgrade\n-- outside transaction\n-- java: " + Switches.class.getName() + "\n"));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> runner.upgrade("head"))
          .hasMessageContaining("[TransactionLeftOpen] b.sql:6: " + Switches.class.getName());
    }
    assertThat(lab.values("select name from users")).containsExactly("ann");
    assertThat(lab.values("select started from ambix_revision where done = 0 and started > 0"))
        .isEmpty();
  }
}
