package dev.ambix.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.migrate.run.DataMigration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a command line means, whatever the engine.
class CommandLineTest {
  private static final String A = "aaaaaaaaaaaa";
  private static final String B = "bbbbbbbbbbbb";

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder, "sqlite:" + folder.resolve("app.db"));
    shell.ok("init");
    shell.revision(A, "create table a (id int);", "drop table a;");
    shell.revision(B, "create table b (id int);", "drop table b;");
  }

  @Test
  void anOptionThatIsUnknownIsNoTarget() {
    for (var command : new String[] {"upgrade", "downgrade", "stamp", "sql", "history", "show"}) {
      assertThat(shell.run(command, "--wiat=3")).as(command).isEqualTo(2);
      assertThat(shell.err()).startsWith("[BadArgument] ambix: Unknown option: '--wiat=3'");
    }
    shell.ok("upgrade");
    assertThat(shell.ok("downgrade", "-1")).contains("undone 1 revision");
  }

  @Test
  void anErrorIsJsonToo() {
    assertThat(shell.run("upgrade", "nix", "--json")).isEqualTo(3);
    assertThat(shell.out())
        .startsWith(
            "{\"error\":{\"code\":\"UnknownTarget\",\"message\":\"[UnknownTarget] target nix:")
        .endsWith("}}\n");
    assertThat(shell.run("upgrade", "--json", "--bogus")).isEqualTo(2);
    assertThat(shell.out()).startsWith("{\"error\":{\"code\":\"BadArgument\",");
  }

  @Test
  void writesScriptsAsJsonForEnginesThatThereAre() {
    assertThat(shell.ok("sql", "aaa:", "--json", "--engine", "postgresql"))
        .startsWith("{\"engine\":\"postgresql\",\"direction\":\"upgrade\",\"revisions\":[\"" + B)
        .contains("\"script\":\"create table if not exists \\\"ambix_revision\\\" (\\n");
    assertThat(shell.run("sql", "--engine", "mysql")).isEqualTo(2);
    assertThat(shell.err()).contains("[BadArgument]", "sqlite, postgresql");
  }

  @Test
  void asksTheDatabaseWhereATargetSpeaksOfIt() {
    shell.ok("upgrade", "aaa");
    assertThat(shell.ok("sql", "current:"))
        .contains("create table b (")
        .doesNotContain("create table a (");
    assertThat(shell.ok("show", "current")).startsWith(A);
    assertThat(shell.ok("show", "current+1")).startsWith(B);
    assertThat(shell.ok("show", "+1")).startsWith(B);
    assertThat(shell.ok("history", "current:")).contains(A, B);
  }

  @Test
  void saysInJsonWhatIsAppliedEvenIfThatIsNothing() {
    assertThat(shell.ok("history", "-i", "--json"))
        .contains("\"followers\":[\"" + B + "\"]")
        .containsSubsequence("\"applied\":false", "\"applied\":false");
    assertThat(shell.ok("history", "--json")).doesNotContain("\"applied\"");
  }

  @Test
  void stampsByStepsAndForgetsWhatNoFileHas() throws Exception {
    shell.ok("upgrade");
    shell.ok("stamp", "-1");
    assertThat(shell.ok("current")).startsWith(A);
    assertThat(shell.ok("stamp", "-1")).contains("having 0 revisions");
    assertThat(shell.ok("stamp", "head")).contains("having 2 revisions");
    Files.delete(shell.file(B));
    assertThat(shell.run("stamp", "current")).isEqualTo(3);
    assertThat(shell.err()).contains("[DatabaseAhead]");
    assertThat(shell.ok("stamp", "current", "--purge")).contains("having 1 revision\n");
    assertThat(shell.ok("current", "--check")).startsWith(A);
  }

  @Test
  void namesTheLineOfADataMigrationThatThrows() {
    shell.revision("cccccccccccc", "-- java: " + Breaks.class.getName(), "");
    assertThat(shell.run("upgrade")).isEqualTo(3);
    assertThat(shell.err())
        .contains(
            "[RevisionFailed] " + shell.file("cccccccccccc") + ":7: " + Breaks.class.getName())
        .contains(" threw java.lang.NoClassDefFoundError at CommandLineTest.java:")
        .doesNotContain("secret");
    assertThat(shell.ok("current")).startsWith(B);
  }

  /// Throws no exception, but an error.
  public static final class Breaks implements DataMigration {
    @Override
    public void run(Connection connection) {
      throw new NoClassDefFoundError("secret");
    }
  }

  @Test
  void saysWhichFileCannotBeWrittenAndWhichEditorDoesNotStart() {
    assertThat(shell.run("init", "--config", "nowhere/ambix.properties")).isEqualTo(3);
    assertThat(shell.err()).startsWith("[FileFailed] ");
    assertThat(shell.with("VISUAL", "no-such-editor").run("edit")).isEqualTo(3);
    assertThat(shell.err()).startsWith("[EditorMissing] edit: got no-such-editor, which does not");
  }

  @Test
  void aWrongFolderIsNoEmptyHistory() {
    for (var command : new String[] {"upgrade", "check", "history", "current", "lint"}) {
      assertThat(shell.run(command, "--revisions", "nowhere")).as(command).isBetween(1, 3);
      assertThat(shell.err() + shell.out()).contains("[RevisionsMissing]", "nowhere");
    }
    assertThat(shell.ok("revision", "-m", "first", "--revisions", "new")).contains("new");
  }

  @Test
  void gitJoinsTheIndexOfTwoBranches() throws Exception {
    assertThat(Files.readString(folder.resolve("src/main/resources/db/revisions/.gitattributes")))
        .endsWith("\nindex merge=union\n");
    assertThat(shell.ok("init")).doesNotContain("gitattributes");
  }

  @Test
  void checkSaysWhenThereAreNoEntities() {
    var thread = Thread.currentThread();
    var loader = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      assertThat(shell.ok("check")).isEqualToIgnoringNewLines("ok");
    } finally {
      thread.setContextClassLoader(loader);
    }
    assertThat(shell.err()).contains("there are no entities on the class path");
  }

  @Test
  void saysItsVersion() {
    assertThat(shell.ok("--version")).startsWith("ambix ");
    assertThat(shell.ok("upgrade", "--version")).startsWith("ambix ");
  }
}
