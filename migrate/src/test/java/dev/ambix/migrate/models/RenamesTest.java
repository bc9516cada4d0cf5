package dev.ambix.migrate.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.UsageException;
import dev.ambix.schema.Change.RenameColumn;
import dev.ambix.schema.Change.RenameSequence;
import dev.ambix.schema.Change.RenameTable;
import dev.ambix.schema.Column;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Sequence;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.schema.TableName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenamesTest {
  private static final TableName USERS = TableName.of("users");
  private static final TableName LOGS = new TableName("audit", "logs");

  private final Renames renames =
      Renames.in(new Schema(List.of(table(USERS, "id", "name"), table(LOGS, "id", "name"))));

  private static Table table(TableName id, String... columns) {
    return new Table(
        id,
        List.of(columns).stream()
            .map(it -> new Column(it, new SqlType.Spelled("int"), true, Optional.empty(), false))
            .toList(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        "",
        "");
  }

  @Test
  void applyToWhatIsThere() {
    assertThat(renames.add("users.name=users.full_name")).isTrue();
    assertThat(renames.add("audit.logs.name=audit.logs.text")).isTrue();
    assertThat(renames.add("audit.logs=audit.entries")).isTrue();
    assertThat(renames.applied())
        .containsExactly(
            new RenameColumn(USERS, "name", "full_name"),
            new RenameColumn(LOGS, "name", "text"),
            new RenameTable(LOGS, LOGS.beside("entries")));
  }

  @Test
  void applyOneAfterTheOther() {
    assertThat(renames.add("users=people")).isTrue();
    assertThat(renames.add("people.name=people.full_name")).isTrue();
    assertThat(renames.add("users.id=users.number")).isFalse();
  }

  @Test
  void takeTheSequenceOfTheKeyAlong() {
    var numbered =
        Renames.in(
            new Schema(
                List.of(table(USERS, "id", "name")),
                List.of(new Sequence("sq_users_id", 50)),
                List.of(),
                List.of(),
                List.of()));
    numbered.add("users=people");
    numbered.add("people.id=people.number");
    assertThat(numbered.applied())
        .containsExactly(
            new RenameTable(USERS, TableName.of("people")),
            new RenameSequence(TableName.of("sq_users_id"), TableName.of("sq_people_id")),
            new RenameColumn(TableName.of("people"), "id", "number"),
            new RenameSequence(TableName.of("sq_people_id"), TableName.of("sq_people_number")));
  }

  @Test
  void applyOnce() {
    assertThat(renames.add("users=people")).isTrue();
    assertThat(renames.add("users=people")).isTrue();
    assertThat(renames.applied()).hasSize(1);
  }

  @Test
  void doNotApplyWhereTheNewNameIsTaken() {
    assertThat(renames.add("users.name=users.id")).isFalse();
    assertThat(renames.add("users.nam=users.id")).isFalse();
    assertThat(renames.applied()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"users", "a=b=c", "a.b=c.d", "a=b.c", "a.b.c.d=a.b.c.e", ".a=.b", "a=", "="})
  void refuseWhatIsNone(String text) {
    assertThatThrownBy(() -> renames.add(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("[BadRename] --rename: got " + text + ", expected");
  }
}
