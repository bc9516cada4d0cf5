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

@AmbixTest(engines = {Engine.SQLITE, Engine.POSTGRESQL})
@Committed
class AmbixCommandTest {
  private static final String A = "aaaaaaaaaaaa";
  private static final String B = "bbbbbbbbbbbb";
  private static final String C = "cccccccccccc";

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open(TestDatabase database) {
    shell = new Shell(folder, database.url());
  }

  private void two() {
    shell.ok("init");
    shell.revision(A, "create table a (id int);", "drop table a;");
    shell.revision(B, "create table b (id int);", "drop table b;");
  }

  private void fork() {
    two();
    shell.revision(
        C,
        "create table c (id int);",
        "drop table c;",
        "--head",
        A,
        "--splice",
        "--branch-label",
        "side");
  }

  @Test
  void saysWhatIsWrongWithTheSettings() throws IOException {
    assertThat(shell.run("heads", "--config", "nowhere.properties")).isEqualTo(3);
    assertThat(shell.err()).contains("[SettingsUnread]", "nowhere.properties: it is not there");
    Files.writeString(folder.resolve("ambix.properties"), "url=\\u00zz");
    assertThat(shell.run("heads")).isEqualTo(3);
    assertThat(shell.err()).contains("[SettingsUnread]", "it is no file of properties");
  }

  @Test
  void wantsAMessage() {
    assertThat(shell.run("revision", "-m", " ")).isEqualTo(3);
    assertThat(shell.err()).contains("[MessageMissing] revision: got no message");
  }

  @Test
  void wantsEntitiesForAutogenerate() {
    var thread = Thread.currentThread();
    var loader = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      assertThat(shell.run("revision", "-m", "x", "--autogenerate")).isEqualTo(3);
    } finally {
      thread.setContextClassLoader(loader);
    }
    assertThat(shell.err()).contains("[ModelsMissing] revision: got no entity on the class path");
  }

  @Test
  void fromAnEmptyFolderToAMergedBranch() {
    fork();
    assertThat(shell.run("upgrade")).isEqualTo(3);
    assertThat(shell.err()).contains("[SeveralHeads]", A.replace('a', 'b'), C);
    assertThat(shell.run("check", "--files-only")).isEqualTo(1);
    assertThat(shell.out()).contains("2 heads: ");
    assertThat(shell.ok("upgrade", "side@head")).contains("upgraded 2 revisions");
    assertThat(shell.ok("heads")).contains(B, C, "side");
    shell.ok("merge", "-m", "join");
    assertThat(shell.ok("check", "--files-only")).isEqualToIgnoringNewLines("ok");
    assertThat(shell.ok("upgrade", "head")).contains("upgraded 2 revisions");
    assertThat(shell.err()).contains("up   " + B + " (step " + B + ")");
    assertThat(shell.ok("current")).contains("join  (head, merge)");
    assertThat(shell.ok("branches")).contains(A, "-> " + B, "-> " + C);
    assertThat(shell.ok("downgrade", "-1")).contains("undone 1 revision\n");
    assertThat(shell.ok("downgrade", "base")).contains("undone 3 revisions");
    assertThat(shell.ok("current")).contains("base");
  }

  @Test
  void printsJson() {
    two();
    shell.ok("upgrade", "+1");
    assertThat(shell.ok("heads", "--json"))
        .startsWith("[{\"revision\":\"" + B + "\",\"parents\":[\"" + A + "\"],\"dependsOn\":[],")
        .contains("\"head\":true}]");
    assertThat(shell.ok("current", "--json"))
        .contains("\"missing\":[\"" + B + "\"],\"unknown\":[],\"edited\":[],\"current\":false}");
    assertThat(shell.ok("upgrade", "--json"))
        .isEqualToIgnoringNewLines("{\"upgraded\":[\"" + B + "\"]}");
    assertThat(shell.ok("history", "--json", "-i")).contains("\"applied\":true");
  }

  @Test
  void showsHistoryNewestFirstAndRanges() {
    two();
    assertThat(shell.ok("history").lines()).hasSize(2).first().asString().startsWith(B);
    assertThat(shell.ok("history", "bbb:")).doesNotContain(A);
    shell.ok("upgrade", "aaa");
    assertThat(shell.ok("history", "-i")).contains("base, applied)");
    assertThat(shell.ok("history", ":current")).doesNotContain(B);
    assertThat(shell.ok("history", "-v")).contains("parents: " + A, "file: ", "created: ");
    assertThat(shell.ok("show", "aaa")).contains("-- revision: " + A, "create table a (id int);");
  }

  @Test
  void currentAnswersForScripts() {
    two();
    assertThat(shell.run("current", "--check")).isEqualTo(1);
    assertThat(shell.err()).contains("2 behind");
    shell.ok("upgrade");
    assertThat(shell.run("current", "--check")).isZero();
    assertThat(shell.ok("current", "-v")).contains(A + "  step " + A + "  20", " ms");
  }

  @Test
  void aHandEditedRevisionThatBreaksNamesFileLineAndStatement() throws IOException {
    two();
    var file = shell.file(B);
    Files.writeString(file, Files.readString(file).replace("create table b", "create tabel b"));
    assertThat(shell.run("upgrade")).isEqualTo(3);
    assertThat(shell.err())
        .contains("[RevisionFailed] " + file + ":7: `create tabel b (id int)` failed; got ")
        .contains("syntax error");
    assertThat(shell.ok("current")).contains(A);
  }

  @Test
  void stampsAndAcceptsEditedFiles() throws IOException {
    two();
    shell.ok("stamp", "head");
    var file = shell.file(A);
    Files.writeString(file, Files.readString(file) + "-- a late note\n");
    assertThat(shell.run("upgrade")).isEqualTo(3);
    assertThat(shell.err()).contains("[RevisionEdited] " + file);
    assertThat(shell.ok("stamp", "current")).contains("2 revisions");
    assertThat(shell.ok("upgrade")).contains("nothing to do");
    shell.ok("stamp", "--purge", "base");
    assertThat(shell.ok("current")).contains("base");
  }

  @Test
  void writesScriptsThatRunElsewhere() {
    two();
    var script = shell.ok("sql");
    assertThat(script)
        .contains("begin;\ncreate table a (id int);\ninsert into \"ambix_revision\" values ('" + A)
        .contains("commit;");
    assertThat(shell.ok("sql", "head:base")).contains("drop table b;", "delete from");
    assertThat(shell.ok("sql", "aaa:head")).doesNotContain("create table a (");
    assertThat(shell.ok("sql", "--engine", "sqlite")).contains("strftime");
  }

  @Test
  void dependsOnOtherBranches() throws IOException {
    two();
    shell.revision(
        C,
        "create table c (id int);",
        "drop table c;",
        "--head",
        "base",
        "--depends-on",
        "aaa",
        "--branch-label",
        "other");
    assertThat(Files.readString(shell.file(C)))
        .contains("-- depends-on: " + A)
        .contains("-- labels: other")
        .doesNotContain("-- parents");
    assertThat(shell.ok("upgrade", "other@head")).contains("upgraded 2 revisions");
    assertThat(shell.run("revision", "-m", "x", "--head", "aaa")).isEqualTo(3);
    assertThat(shell.err()).contains("[NotAHead]", "--splice");
  }

  @Test
  void opensTheEditor() throws IOException {
    two();
    shell.with("EDITOR", "touch -d 2001-01-01");
    shell.ok("edit", "aaa");
    assertThat(Files.getLastModifiedTime(shell.file(A)).toString()).startsWith("200");
    assertThat(new Shell(folder, "").run("edit")).isEqualTo(3);
  }

  @Test
  void refusesWrongCommandLines() {
    assertThat(shell.run()).isEqualTo(2);
    assertThat(shell.run("fly")).isEqualTo(2);
    assertThat(shell.run("revision")).isEqualTo(2);
    assertThat(shell.err()).startsWith("[BadArgument] ambix: Missing required option");
    assertThat(shell.run("--help")).isZero();
    assertThat(shell.out()).contains("upgrade", "downgrade", "TARGET: head");
    assertThat(new Shell(folder, "").run("current")).isEqualTo(3);
  }

  @Test
  void readsItsSettings() throws IOException {
    shell.ok("init");
    assertThat(shell.ok("init")).doesNotContain("wrote " + folder.resolve("ambix.properties"));
    Files.writeString(
        folder.resolve("ambix.properties"),
        "url=sqlite:${APP}.db\ntable=versions\nrevisions=revs\n");
    var settled = new Shell(folder, "").with("APP", folder.resolve("my").toString());
    settled.ok("revision", "-m", "one");
    settled.ok("upgrade");
    assertThat(folder.resolve("my.db")).exists();
    assertThat(folder.resolve("revs/index")).exists();
  }

  @Test
  void coloursOnlyOnATerminal() {
    two();
    assertThat(shell.ok("heads")).doesNotContain("\u001b");
    assertThat(shell.onTerminal().ok("heads")).contains("\u001b[33m" + B);
  }
}
