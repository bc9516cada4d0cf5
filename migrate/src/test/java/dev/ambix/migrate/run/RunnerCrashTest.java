package dev.ambix.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.revision.Revisions;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A runner that is killed at any step leaves a database that the next run brings to its target.
@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
@Committed
class RunnerCrashTest {
  private static final String FIRST =
      """
      -- revision: aaaaaaaaaaaa
      -- upgrade
      create table users (id integer primary key, name varchar(20));
      insert into users values (1, 'ann');
      -- downgrade
      drop table users;
      """;
  private static final String MIXED =
      """
      -- revision: bbbbbbbbbbbb
      -- parents: aaaaaaaaaaaa
      -- upgrade postgresql
      alter table users add column age integer;
      -- outside transaction
      create index concurrently ix_users_name on users (name);
      insert into users values (2, 'bob', 3);
      -- outside transaction
      create index concurrently ix_users_age on users (age);
      -- upgrade sqlite
      alter table users add column age integer;
      -- outside transaction
      create index ix_users_name on users (name);
      insert into users values (2, 'bob', 3);
      -- outside transaction
      create index ix_users_age on users (age);
      -- downgrade
      -- outside transaction
      drop index ix_users_age;
      delete from users where id = 2;
      -- outside transaction
      drop index ix_users_name;
      alter table users drop column age;
      """;

  @TempDir private Path folder;
  private String url;
  private Lab lab;
  private History history;

  @BeforeEach
  void prepare(TestDatabase database) throws IOException {
    url = database.url();
    lab = new Lab(url);
    Files.writeString(folder.resolve("a.sql"), FIRST);
    Files.writeString(folder.resolve("b.sql"), MIXED);
    history = History.of(Revisions.folder(folder).load());
  }

  @Test
  void upgradeGoesOnAfterAKillAtAnyStep() throws IOException {
    for (int step = 1; step <= 6; step++) {
      killAt(step, "upgrade");
      lab.runner(history).upgrade("head");
      assertAtHead();
      lab.runner(history).downgrade("base");
      assertThat(lab.has("users")).as("after step %d", step).isFalse();
    }
  }

  @Test
  void downgradeGoesOnAfterAKillAtAnyStep() throws IOException {
    for (int step = 1; step <= 5; step++) {
      lab.runner(history).upgrade("head");
      killAt(step, "downgrade");
      lab.runner(history).upgrade("head");
      assertAtHead();
    }
  }

  /// The moment between a step and the note of it, which no listener sees: the state is made.
  @Test
  void takesTheStepInDoubtForDoneWhereTheEngineSaysSo() {
    lab.runner(history).upgrade("head");
    for (int done : List.of(1, 3)) {
      var direction = history.find("bbbbbbbbbbbb").orElseThrow();
      var steps =
          direction
              .section(
                  dev.ambix.migrate.revision.Direction.UPGRADE,
                  url.startsWith("sqlite") ? "sqlite" : "postgresql")
              .orElseThrow()
              .steps();
      lab.execute(
          "update ambix_revision set state = 'upgrade', done = %d, started = %d, checksum = '%s'"
                  .formatted(done, done + 1, Progress.checksum(steps, done))
              + " where revision = 'bbbbbbbbbbbb'",
          done == 1 ? "delete from users where id = 2" : "select 1");
      if (done == 1) {
        lab.execute("drop index ix_users_age");
      }
      lab.runner(history).upgrade("head");
      assertAtHead();
    }
  }

  @Test
  void takesNoOtherErrorForDone() {
    var runner =
        lab.runner(
            Lab.line(
                "-- upgrade\ncreate table users (id int);\n",
                "-- upgrade\nselect 1;\n-- outside transaction\ninsert into nope values (1);\n"));
    for (int run = 1; run <= 2; run++) {
      assertThatThrownBy(() -> runner.upgrade("head"))
          .hasMessageContaining("b.sql:7: `insert into nope values (1)` failed");
      lab.execute("update ambix_revision set started = 2 where state = 'upgrade'");
    }
  }

  private void assertAtHead() {
    assertThat(lab.runner(history).status().current()).isTrue();
    assertThat(lab.values("select name from users where age = 3")).containsExactly("bob");
    assertThat(lab.values("select count(*) from users")).containsExactly("2");
  }

  private void killAt(int step, String command) throws IOException {
    var child = start(command);
    try (var out =
            new BufferedReader(
                new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        var in = child.getOutputStream()) {
      for (int i = 1; i <= step; i++) {
        assertThat(out.readLine()).isEqualTo("step");
        if (i < step) {
          in.write('\n');
          in.flush();
        }
      }
      child.destroyForcibly().onExit().join();
      assertThat(child.exitValue()).isNotZero();
    }
  }

  private Process start(String command) throws IOException {
    var classPath =
        Optional.ofNullable(System.getProperty("surefire.test.class.path"))
            .orElse(System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            RunnerChild.class.getName(),
            url,
            folder.toString(),
            command)
        .redirectError(Redirect.INHERIT)
        .start();
  }
}
