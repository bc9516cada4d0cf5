package dev.ambix.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.migrate.revision.RevisionWriter.Draft;
import dev.ambix.migrate.revision.RevisionWriter.Part;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionParserTest {
  private static final String TEXT =
      """
      -- revision: 0123456789ab
      -- parents: aaaaaaaaaaaa, bbbbbbbbbbbb
      -- depends-on: cccccccccccc
      -- labels: billing
      -- message: add users.full_name: the whole of it
      -- created: 2026-11-25T16:30:00Z
      -- A free comment
      -- lint-ignore DropTable: it is empty

      -- upgrade
      ALTER TABLE users ADD COLUMN full_name text; -- trailing
      -- java: com.example.FillNames
      -- lint-ignore DropColumn: nobody reads it
      ALTER TABLE users DROP COLUMN name

      -- upgrade postgresql
      -- outside transaction
      CREATE INDEX CONCURRENTLY ix ON users (full_name);

      -- downgrade sqlite
      -- foreign keys off
      DROP TABLE users;
      """;

  private static Revision parse(String text) {
    return RevisionParser.parse("r.sql", text);
  }

  @Test
  void readsTheHeader() {
    var revision = parse(TEXT);
    assertThat(revision.id()).isEqualTo("0123456789ab");
    assertThat(revision.parents()).containsExactly("aaaaaaaaaaaa", "bbbbbbbbbbbb");
    assertThat(revision.dependsOn()).containsExactly("cccccccccccc");
    assertThat(revision.labels()).containsExactly("billing");
    assertThat(revision.message()).isEqualTo("add users.full_name: the whole of it");
    assertThat(revision.created()).isEqualTo(Instant.parse("2026-11-25T16:30:00Z"));
    assertThat(revision.ignored()).containsExactly("DropTable");
  }

  @Test
  void readsJavaOutsideTheTransaction() {
    var text =
        "-- revision: 0123456789ab\n-- upgrade\n-- outside transaction\n-- java: a.B\nselect 1;";
    assertThat(parse(text).section(Direction.UPGRADE, "sqlite").orElseThrow().steps())
        .containsExactly(
            new Step.Java("a.B", 4, true), new Step.Sql("select 1", 5, false, List.of()));
  }

  @Test
  void readsStepsWithTheirLinesAndMarks() {
    var revision = parse(TEXT);
    assertThat(revision.section(Direction.UPGRADE, "sqlite").orElseThrow().steps())
        .containsExactly(
            new Step.Sql("ALTER TABLE users ADD COLUMN full_name text", 11, false, List.of()),
            new Step.Java("com.example.FillNames", 12, false),
            new Step.Sql("ALTER TABLE users DROP COLUMN name", 14, false, List.of("DropColumn")));
    var index = revision.section(Direction.UPGRADE, "postgresql").orElseThrow();
    assertThat(index.transactional()).isFalse();
    assertThat(index.steps())
        .containsExactly(
            new Step.Sql("CREATE INDEX CONCURRENTLY ix ON users (full_name)", 18, true, List.of()));
    assertThat(revision.section(Direction.DOWNGRADE, "sqlite").orElseThrow().foreignKeysOff())
        .isTrue();
    assertThat(revision.section(Direction.DOWNGRADE, "postgresql")).isEmpty();
  }

  @Test
  void checksumPassesOverLineEndsAndNothingElse() {
    var checksum = parse(TEXT).checksum();
    assertThat(parse("\uFEFF" + TEXT.replace("\n", "\r\n")).checksum()).isEqualTo(checksum);
    assertThat(parse(TEXT.replace("trailing", "Trailing")).checksum()).isNotEqualTo(checksum);
  }

  @Test
  void readsWhatTheWriterWrites() {
    var draft =
        new Draft(
            "0123456789ab",
            List.of("aaaaaaaaaaaa"),
            List.of(),
            List.of("billing"),
            "Add  Ümläut & more",
            Instant.parse("2026-11-25T16:30:00.5Z"),
            List.of(
                new Part(
                    Direction.UPGRADE, "sqlite", true, List.of("-- why\nselect 1", "select 2;")),
                new Part(Direction.DOWNGRADE, "", false, List.of("-- nothing comes back"))));
    assertThat(RevisionWriter.fileName(draft))
        .isEqualTo("2026-11-25_0123456789ab_add_ml_ut_more.sql");
    var revision = parse(RevisionWriter.text(draft));
    assertThat(revision.parents()).containsExactly("aaaaaaaaaaaa");
    assertThat(revision.message()).isEqualTo("Add Ümläut & more");
    assertThat(revision.section(Direction.UPGRADE, "sqlite").orElseThrow().steps())
        .extracting(Step::summary)
        .containsExactly("select 1", "select 2");
    assertThat(revision.section(Direction.DOWNGRADE, "sqlite").orElseThrow().steps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-- revision: xyz | RevisionHeader | 1",
        "-- message: none | RevisionHeader | 1",
        "-- revision: 0123456789ab;-- parent: 0123456789ac | RevisionHeader | 2",
        "-- revision: 0123456789ab;-- parents: nope | RevisionHeader | 2",
        "-- revision: 0123456789ab;-- labels: head | RevisionHeader | 2",
        "-- revision: 0123456789ab;-- created: today | RevisionHeader | 2",
        "-- revision: 0123456789ab;-- revision: 0123456789ab | RevisionHeader | 2",
        "-- revision: 0123456789ab;select 1 | RevisionSection | 2",
        "-- revision: 0123456789ab;-- upgrade oracle | RevisionSection | 2",
        "-- revision: 0123456789ab;-- upgrade;-- upgrade | RevisionSection | 3",
        "-- revision: 0123456789ab;-- upgrade;COMMIT | RevisionTransaction | 3",
        "-- revision: 0123456789ab;-- upgrade;PRAGMA foreign_keys=OFF | RevisionTransaction | 3",
        "-- revision: 0123456789ab;-- upgrade;-- outside transaction;-- downgrade | RevisionMark | 3",
        "-- revision: 0123456789ab;-- upgrade;-- java: | RevisionMark | 3",
        "-- revision: 0123456789ab;-- upgrade;-- lint-ignore DropTable | LintIgnore | 3",
        "-- revision: 0123456789ab;-- upgrade;select 'a | SqlUnclosed | 3",
      })
  void namesFileAndLineOfWhatIsWrong(String text, String code, int line) {
    assertThatThrownBy(() -> parse(text.replace(";", "\n")))
        .hasMessageStartingWith("[" + code + "] r.sql:" + line + ": ");
  }

  @Test
  void saysWhatIsWrongWithAnId() {
    assertThatThrownBy(() -> parse("-- revision: ABC"))
        .hasMessage(
            "[RevisionHeader] r.sql:1: its revision is no id; got ABC; expected -- revision: and"
                + " twelve digits 0 to 9 and a to f. Correct it.");
    assertThatThrownBy(() -> parse("")).hasMessageContaining("it has no entry revision");
  }

  @Test
  void sectionsAndMarksAreKnownInAnyCase() {
    var revision =
        parse(
            """
            -- revision: 0123456789ab
            -- Upgrade PostgreSQL:
            -- Outside transaction
            vacuum;
            -- DOWNGRADE:
            -- Foreign keys off
            drop table users
            """);
    assertThat(revision.section(Direction.UPGRADE, "postgresql").orElseThrow().transactional())
        .isFalse();
    var down = revision.section(Direction.DOWNGRADE, "sqlite").orElseThrow();
    assertThat(down.foreignKeysOff()).isTrue();
    assertThat(down.steps()).extracting(Step::summary).containsExactly("drop table users");
  }

  @Test
  void sectionLinesInStringsAreText() {
    var revision =
        parse("-- revision: 0123456789ab\n-- upgrade\nselect '\n-- downgrade\n';\nselect 2;");
    assertThat(revision.sections()).hasSize(1);
    assertThat(revision.sections().getFirst().steps()).hasSize(2);
  }
}
