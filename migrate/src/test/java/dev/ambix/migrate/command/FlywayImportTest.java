package dev.ambix.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.session.Database;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
@Committed
class FlywayImportTest {
  @TempDir private Path folder;
  private Shell shell;
  private String url;

  @BeforeEach
  void flyway(TestDatabase database) throws IOException {
    url = database.url();
    shell = new Shell(folder, url);
    var files = Files.createDirectories(folder.resolve("src/main/resources/db/migration"));
    Files.writeString(files.resolve("V1__create_users.sql"), "create table users (id int);\n");
    Files.writeString(files.resolve("U1__create_users.sql"), "drop table users;\n");
    Files.writeString(
        files.resolve("V1.2__add_name.sql"), "alter table users add column name text;");
    Files.writeString(files.resolve("V1.10__add_age.sql"), "alter table users add column age int;");
    execute(
        "create table users (id int, name text)",
        "create table flyway_schema_history (installed_rank int, version varchar(50), description"
            + " varchar(200), type varchar(20), script varchar(1000), checksum int, success boolean)",
        "insert into flyway_schema_history values (1, '1', 'create users', 'SQL', 'V1', 1, true),"
            + " (2, '1.2', 'add name', 'SQL', 'V1.2', 1, true), (3, null, 'view', 'SQL', 'R', 1, true)");
  }

  @Test
  void adoptsWhatWasAppliedWithoutRunningIt() {
    assertThat(shell.ok("import", "flyway"))
        .contains(
            "wrote 3 revisions from files of flyway", "the database counts as having all up to ");
    assertThat(shell.ok("history", "-i").lines())
        .hasSize(3)
        .anySatisfy(it -> assertThat(it).contains("1.10 add age  (head)"))
        .anySatisfy(it -> assertThat(it).contains("1.2 add name  (applied)"));
    assertThat(shell.ok("upgrade")).contains("upgraded 1 revision\n");
    assertThat(shell.ok("import", "flyway")).contains("wrote 0 revisions");
    assertThat(shell.ok("current")).contains("1.10 add age");
  }

  @Test
  void refusesWhatHasFailed() {
    execute("update flyway_schema_history set success = false where version = '1.2'");
    assertThat(shell.run("import", "flyway")).isEqualTo(3);
    assertThat(shell.err())
        .contains("[FlywayState] flyway_schema_history: its version 1.2 has failed");
  }

  @Test
  void refusesAVersionWithoutAFile() {
    execute("insert into flyway_schema_history values (4, '2', 'x', 'SQL', 'V2', 1, true)");
    assertThat(shell.run("import", "flyway")).isEqualTo(3);
    assertThat(shell.err()).contains("it has version 2, which no file has");
  }

  @Test
  void whatRepairHasDeletedIsNotApplied() {
    execute("insert into flyway_schema_history values (4, '1.2', 'x', 'DELETE', 'V1.2', 1, true)");
    shell.ok("import", "flyway");
    assertThat(shell.ok("current")).contains("  1 create users");
  }

  @Test
  void refusesAHoleUnlessABaselineCoversIt() {
    execute("insert into flyway_schema_history values (4, '1.10', 'x', 'SQL', 'V1.10', 1, true)");
    execute("delete from flyway_schema_history where version = '1.2'");
    assertThat(shell.run("import", "flyway")).isEqualTo(3);
    assertThat(shell.err()).contains("it lacks version 1.2, and has 1.10");
    execute("insert into flyway_schema_history values (0, '1.5', 'b', 'BASELINE', 'B', 1, true)");
    shell.ok("import", "flyway");
    assertThat(shell.ok("current")).contains("1.10 add age  (head)");
  }

  @Test
  void writesNothingWhenAFileDoesNotFit() throws IOException {
    var bad = folder.resolve("src/main/resources/db/migration/V2__c.sql");
    Files.writeString(bad, "begin;\ncreate table c (id int);\ncommit;");
    assertThat(shell.run("import", "flyway")).isEqualTo(3);
    assertThat(shell.err())
        .startsWith("[FlywayFiles] " + bad + ": it does not fit into a revision; got: ")
        .contains("[RevisionTransaction] a statement begins or ends a transaction");
    assertThat(folder.resolve("src/main/resources/db/revisions")).doesNotExist();
  }

  @Test
  void saysWhatSomebodyHasToLookAtAndAnswersInJson() throws IOException {
    var files = folder.resolve("src/main/resources/db/migration");
    Files.writeString(files.resolve("R__view.sql"), "create view v as select 1;");
    Files.writeString(files.resolve("V2__c.sql"), "create table ${name} (id int);");
    assertThat(shell.ok("import", "flyway", "--files-only", "--json"))
        .isEqualToIgnoringNewLines("{\"written\":4,\"applied\":[]}");
    assertThat(shell.err())
        .contains("R__view.sql: it is repeatable, and stays with you")
        .contains("V2__c.sql: write the value of ${name} into its revision");
  }

  private void execute(String... statements) {
    try (var database = Database.builder(url).mappings(List.of()).open()) {
      database.write(session -> {
        for (var sql : statements) {
          session.jdbc(connection -> connection.createStatement().execute(sql));
        }
      });
    }
  }
}
