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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that know the models: here `Person`, on both engines.
@AmbixTest(engines = Engine.POSTGRESQL)
@Committed
class ModelCommandTest {
  private static final String A = "aaaaaaaaaaaa";
  private static final String B = "bbbbbbbbbbbb";

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open(Database database, TestDatabase own) {
    database.dropAll();
    shell = new Shell(folder, own.url());
    shell.ok("init");
  }

  @Test
  void writesWhatTheModelsNeedOnce() throws IOException {
    assertThat(shell.run("check")).isEqualTo(1);
    assertThat(shell.out()).contains("postgresql: add table people", "sqlite: add table people");
    shell.ok("revision", "-m", "people", "--autogenerate", "--rev-id", A);
    assertThat(Files.readString(shell.file(A)))
        .contains(
            "-- upgrade sqlite\ncreate table", "-- upgrade postgresql\ncreate table", "drop table");
    shell.ok("upgrade");
    shell.ok("check");
    shell.ok("verify");
    shell.ok("drift");
    assertThat(shell.err()).as("progress is for people").isEmpty();
    shell.onTerminal().ok("verify");
    assertThat(shell.err())
        .contains("sqlite: up, down and up " + A, "postgresql: up, down and up " + A);
    assertThat(shell.ok("revision", "-m", "again", "--autogenerate")).contains("nothing to write");
    shell.ok("downgrade", "base");
  }

  @Test
  void doesNotGuessNewNames() throws IOException {
    shell.ok("revision", "-m", "people", "--autogenerate", "--rev-id", A);
    var file = shell.file(A);
    Files.writeString(file, Files.readString(file).replace("full_name", "name"));
    shell.ok("upgrade");
    assertThat(shell.run("revision", "-m", "x", "--autogenerate")).isEqualTo(3);
    assertThat(shell.err())
        .contains(
            "[RenameUnclear]",
            "  ambix revision --autogenerate -m \"x\" --rename people.name=people.full_name",
            "  ambix revision --autogenerate -m \"x\" --allow-drop");
    shell.ok(
        "revision",
        "-m",
        "names",
        "--autogenerate",
        "--rev-id",
        B,
        "--rename",
        "people.name=people.full_name");
    assertThat(Files.readString(shell.file(B)))
        .contains("rename column")
        .doesNotContain("drop column");
    shell.ok("upgrade");
    shell.ok("check");
    shell.ok("verify");
    assertThat(shell.run("revision", "-m", "x", "--autogenerate", "--rename", "a=b.c"))
        .isEqualTo(3);
    assertThat(shell.err()).contains("[BadRename]");
  }

  /// What a revision called `name`, `full_name` is now.
  private void oldName() throws IOException {
    shell.ok("revision", "-m", "people", "--autogenerate", "--rev-id", A);
    var file = shell.file(A);
    Files.writeString(file, Files.readString(file).replace("full_name", "name"));
    shell.ok("upgrade");
  }

  @Test
  void takesNewNamesFromTheModels() throws IOException {
    shell.ok("revision", "-m", "people", "--autogenerate", "--rev-id", A);
    var file = shell.file(A);
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"people\"", "\"persons\"")
            .replaceAll("\\bage\\b", "years"));
    shell.ok("upgrade");
    assertThat(shell.run("check")).isEqualTo(1);
    assertThat(shell.out()).contains("rename table persons to people");
    shell.ok("revision", "-m", "names", "--autogenerate", "--rev-id", B);
    assertThat(Files.readString(shell.file(B)))
        .contains("\"persons\" rename to \"people\"", "rename column \"years\" to \"age\"")
        .doesNotContain("drop table", "drop column");
    shell.ok("upgrade");
    shell.ok("check");
    shell.ok("verify");
  }

  @Test
  void asksForNewNamesOnATerminal() throws IOException {
    oldName();
    shell.answering("yes\n").ok("revision", "-m", "names", "--autogenerate", "--rev-id", B);
    assertThat(shell.err()).contains("Is people.full_name the new name of people.name? [y/N]");
    assertThat(Files.readString(shell.file(B)))
        .contains("rename column")
        .doesNotContain("drop column");
    shell.ok("upgrade");
    shell.ok("check");
  }

  @Test
  void dropsWhatIsNoNewNameOnlyWhenTold() throws IOException {
    oldName();
    var arguments = new String[] {"revision", "-m", "names", "--autogenerate", "--rev-id", B};
    assertThat(shell.answering("\n").run(arguments)).isEqualTo(3);
    assertThat(shell.err())
        .contains("[DropRefused]", "ambix revision --autogenerate -m \"names\" --allow-drop");
  }

  @Test
  void saysHowToGoOnWithTheNewNamesThatItKnows() throws IOException {
    oldName();
    shell.revision(B, "create table gone (id int);", "drop table gone;");
    var line = "ambix revision --autogenerate -m \"x\" --rename people.name=people.full_name";
    assertThat(
            shell.run(
                "revision",
                "-m",
                "x",
                "--autogenerate",
                "--safe",
                "--rename",
                "people.name=people.full_name"))
        .isEqualTo(3);
    assertThat(shell.err()).contains("[DropRefused]", line + " --safe --allow-drop");
    assertThat(shell.answering("y\n").run("revision", "-m", "x", "--autogenerate")).isEqualTo(3);
    assertThat(shell.err()).contains("[DropRefused]", line + " --allow-drop");
  }

  @Test
  void saysWhatDoesNotComeBackAndWhatNeedsRows() throws IOException {
    oldName();
    shell.ok("revision", "-m", "x", "--autogenerate", "--rev-id", B, "--allow-drop");
    assertThat(Files.readString(shell.file(B)))
        .contains(
            "-- people.full_name is NOT NULL and has no default: this fails while there are rows.",
            "-- What stood in people.name does not come back,\n-- and being NOT NULL");
  }

  @Test
  void comparesWithALiveDatabase(Database database, TestDatabase own) throws IOException {
    database.write(db ->
        db.jdbc(connection -> {
          try (var statement = connection.createStatement()) {
            return statement.execute(
                "create table people (id bigint generated by default as identity"
                    + " constraint pk_people primary key, name varchar(64) not null)");
          }
        }));
    var arguments =
        new String[] {
          "revision",
          "-m",
          "x",
          "--autogenerate",
          "--rev-id",
          A,
          "--against",
          own.url(),
          "--rename",
          "people.name=people.full_name"
        };
    assertThat(shell.run(arguments)).isEqualTo(0);
    assertThat(Files.readString(shell.file(A)))
        .contains("-- upgrade sqlite\ncreate table")
        .contains("rename column \"name\" to \"full_name\"", "add column \"age\"");
    shell.ok("upgrade");
    shell.revision(B, "select 1;", "select 1;");
    assertThat(shell.run("revision", "-m", "x", "--autogenerate", "--against", own.url()))
        .isEqualTo(3);
    assertThat(shell.err()).contains("[DatabaseBehind]");
    shell.ok("upgrade");
    assertThat(shell.ok("revision", "-m", "x", "--autogenerate", "--against", own.url()))
        .contains("nothing to write");
  }

  @Test
  void triesNewNamesBesideTablesThatItPassesOver(Database database, TestDatabase own)
      throws IOException {
    database.write(db ->
        db.jdbc(connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute("create table legacy_teams (id int primary key)");
            return statement.execute(
                "create table people (id bigint generated by default as identity"
                    + " constraint pk_people primary key, name varchar(64) not null,"
                    + " age int not null, team int references legacy_teams)");
          }
        }));
    ignoring("legacy_*, people.team, people.people_team_fkey");
    shell.ok(
        "revision",
        "-m",
        "x",
        "--autogenerate",
        "--rev-id",
        A,
        "--against",
        own.url(),
        "--rename",
        "people.name=people.full_name");
    assertThat(Files.readString(shell.file(A))).contains("rename column \"name\" to \"full_name\"");
  }

  private void ignoring(String names) throws IOException {
    var settings = folder.resolve("ambix.properties");
    Files.writeString(
        settings, Files.readString(settings).replace("ignore=\n", "ignore=" + names + "\n"));
  }

  @Test
  void passesOverWhatTheSettingsName() throws IOException {
    shell.ok("revision", "-m", "people", "--autogenerate", "--rev-id", A);
    shell.revision(
        B,
        "create table audit_log (id int);\ncreate index ix_age on people (age);",
        "drop index ix_age;\ndrop table audit_log;");
    assertThat(shell.run("check")).isEqualTo(1);
    assertThat(shell.run("verify")).isEqualTo(1);
    ignoring("audit_*, people.ix_age");
    shell.ok("check");
    shell.ok("verify");
    shell.ok("upgrade");
    shell.ok("drift");
  }

  @Test
  void saysWhichNewNameIsOfNothing() {
    shell.ok("revision", "-m", "people", "--autogenerate", "--rev-id", A);
    assertThat(shell.run("revision", "-m", "x", "--autogenerate", "--rename", "people.x=people.y"))
        .isEqualTo(3);
    assertThat(shell.err()).contains("[BadRename] --rename: got people.x=people.y");
  }

  @Test
  void dropsOnlyWhenTold() {
    shell.ok("revision", "-m", "people", "--autogenerate", "--rev-id", A);
    shell.revision(B, "create table old (a int, b int);", "drop table old;");
    assertThat(shell.run("revision", "-m", "x", "--autogenerate")).isEqualTo(3);
    assertThat(shell.err()).contains("[DropRefused]", "drop table old");
    shell.ok("revision", "-m", "x", "--autogenerate", "--allow-drop");
    shell.ok("check");
  }

  @Test
  void startsAServerWhereThereIsNone() {
    var alone = new Shell(folder, "sqlite:" + folder.resolve("x.db"));
    assertThat(alone.run("check")).isEqualTo(1);
    assertThat(alone.out()).contains("sqlite: add table people", "postgresql: add table people");
  }
}
