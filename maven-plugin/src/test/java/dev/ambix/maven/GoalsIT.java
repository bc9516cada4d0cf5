package dev.ambix.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalsIT {
  private static final String MODEL = "src/main/java/notes/Note.java";

  @TempDir private Path folder;

  @Test
  void takeAProjectFromNothingToItsSecondRevisionAndBack() throws Exception {
    var project = Sample.of("notes", folder);

    assertThat(
            project.done(
                "ambix:init",
                "ambix:revision",
                "ambix:upgrade",
                "ambix:current",
                "-Dmessage=create notes",
                "-Dautogenerate",
                "-Durl=sqlite:other.db"))
        .contains("wrote src/main/resources/db/revisions/index")
        .contains("sqlite: add table note")
        .contains("_create_notes.sql")
        .contains("upgraded 1 revision")
        .contains("create notes  (base, head)");
    assertThat(folder.resolve("other.db")).exists();
    assertThat(folder.resolve("notes.db")).doesNotExist();

    fallsBehind(project);

    assertThat(
            project.done(
                "ambix:revision",
                "ambix:check",
                "ambix:upgrade",
                "ambix:history",
                "-Dmessage=stars",
                "-Dautogenerate",
                "-Dapplied"))
        .contains("_stars.sql", "ok", "upgraded 2 revisions")
        .containsPattern("stars .*applied");

    assertThat(project.done("-q", "ambix:downgrade", "ambix:current", "-Dtarget=-1"))
        .contains("undone 1 revision", "create notes")
        .doesNotContain("[INFO]");
  }

  /// An attribute is added, and somebody tries what does not help.
  private static void fallsBehind(Sample project) throws Exception {
    project.edit(MODEL, "private String title", "private int stars;\n  private String title");
    assertThat(project.failed("verify"))
        .contains("ambix-maven-plugin:" + project.version() + ":check (default)")
        .contains("sqlite: add column note.stars")
        .contains("[AnswerNo] check: the answer is no; got exit code 1, expected 0.");

    assertThat(project.failed("ambix:revision", "-Dautogenerate"))
        .contains(
            "[ParameterMissing] revision: got no message, expected one. Run `mvn ambix:revision")
        .contains("-Dmessage=\"add users\"`");
  }

  @Test
  void runInTheModulesThatDeclareThePluginUnlessSkipped() throws Exception {
    Sample.of("notes", folder.resolve("notes"));
    var build = Sample.of("parts", folder);
    var written = folder.resolve("notes/src/main/resources/db/revisions/index");

    assertThat(build.done("ambix:init", "-Dambix.skip")).contains("skipped, as ambix.skip says");
    assertThat(written).doesNotExist();

    assertThat(build.done("ambix:init"))
        .containsOnlyOnce("wrote src/main/resources/db/revisions/index")
        .contains("skipped: this module does not declare the plugin");
    assertThat(written).exists();
  }
}
