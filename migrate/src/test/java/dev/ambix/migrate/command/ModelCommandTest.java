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
        .contains("[RenameUnclear]", "--rename people.name=people.full_name", "--allow-drop");
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
