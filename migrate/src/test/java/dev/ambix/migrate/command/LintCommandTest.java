package dev.ambix.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ambix lint`, with and without `--measure`, which runs in databases beside the one given.
@AmbixTest(engines = Engine.POSTGRESQL)
@Committed
class LintCommandTest {
  private static final String A = "aaaaaaaaaaaa";
  private static final String B = "bbbbbbbbbbbb";

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open(TestDatabase database) throws IOException {
    shell = new Shell(folder, database.url());
    shell.ok("init");
    Files.writeString(folder.resolve("ambix.properties"), "engines=postgresql\n");
    shell.revision(A, "create table a (id int, n int);", "drop table a;");
    shell.revision(B, "alter table a alter n type bigint;", "alter table a alter n type int;");
  }

  @Test
  void printsWhatIsFoundAndSaysSo() {
    assertThat(shell.run("lint")).isEqualTo(1);
    assertThat(shell.out()).startsWith("[TypeChange] " + shell.file(B) + ":7: a.n: ");
    assertThat(shell.ok("lint", A)).isEqualToIgnoringNewLines("ok");
    shell.run("lint", "--json");
    assertThat(shell.out()).startsWith("[{\"rule\":\"TypeChange\",").contains("\"line\":7,");
  }

  @Test
  void measuresWhatTheDatabaseLacks() {
    shell.ok("upgrade", A);
    assertThat(shell.run("lint", "--measure")).isEqualTo(1);
    assertThat(shell.out())
        .startsWith("[TypeChange] ")
        .endsWith(
            """

            postgresql: a statement keeps its locks until its transaction ends
            %s:7: alter table a alter n type bigint
                a: ACCESS EXCLUSIVE, stops reads and writes; written anew
            """
                .formatted(shell.file(B)));
    assertThat(shell.ok("current")).startsWith(A);
    shell.ok("upgrade");
    shell.run("lint", "--measure");
    assertThat(shell.out()).endsWith("nothing to measure\n");
  }

  @Test
  void measuresAllWhereThereIsNoDatabase() {
    shell.with("AMBIX_URL", "");
    assertThat(shell.run("lint", "--measure")).isEqualTo(1);
    assertThat(shell.out()).contains(":6: create table a", "written anew");
  }

  @Test
  void measuresARangeWhateverTheDatabaseHas() {
    shell.ok("upgrade");
    assertThat(shell.ok("lint", "--measure", A))
        .contains("ok\n", ":6: create table a (id int, n int)\n")
        .doesNotContain("ACCESS");
    shell.run("lint", "--measure", ":");
    assertThat(shell.out()).contains("create table a", "written anew");
  }

  @Test
  void measuresAsJson() {
    shell.ok("upgrade", A);
    assertThat(shell.run("lint", "--measure", "--json")).isEqualTo(1);
    assertThat(shell.out())
        .startsWith("{\"findings\":[{\"rule\":\"TypeChange\",")
        .contains(
            "\"measured\":[{\"engine\":\"postgresql\",\"file\":\""
                + shell.file(B)
                + "\",\"line\":7,",
            "\"effects\":[{\"table\":\"a\",\"rewritten\":true,\"read\":true,\"long\":true,"
                + "\"lock\":\"ACCESS EXCLUSIVE\",\"since\":7,\"stops\":\"reads and writes\"}]");
  }

  @Test
  void measuresAllWhereNoDatabaseAnswers(TestDatabase database) {
    var away = new Shell(folder, "postgresql://nobody@127.0.0.1:1/none");
    away.with("AMBIX_SCRATCH", database.url()).run("lint", "--measure");
    assertThat(away.err()).contains("the database does not answer, so all revisions are measured");
    assertThat(away.out()).contains("create table a", "written anew");
  }

  @Test
  void measuresSqlite() throws IOException {
    Files.writeString(folder.resolve("ambix.properties"), "engines=sqlite\n");
    var up =
        "-- foreign keys off\ncreate table b (id int);\ndrop table a;\nalter table b rename to a;";
    Files.writeString(
        shell.file(B),
        Files.readString(shell.file(B)).replace("alter table a alter n type bigint;", up));
    var sqlite = new Shell(folder, "sqlite:" + folder.resolve("a.db"));
    assertThat(sqlite.ok("lint", "--measure", B))
        .contains("ok\n\nsqlite: a revision stops writes in the whole database until it ends")
        .endsWith(":10: alter table b rename to a\n    a: written anew\n");
  }

  @Test
  void redMarksWhatTakesLong() {
    shell.onTerminal().run("lint", "--measure");
    assertThat(shell.out()).contains("\u001b[31m" + shell.file(B));
  }
}
