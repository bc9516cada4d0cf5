package dev.ambix.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.schema.Column;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.Schema;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NativeEnumTest {
  private static final SqlType MOOD = new SqlType.NativeEnum("mood", List.of("SAD", "O'K"));
  private static final Schema SCHEMA = new Schema(List.of(table("a"), table("b")));

  private static Table table(String name) {
    return new Table(
        name,
        List.of(new Column("mood", MOOD, false, Optional.empty(), false)),
        new PrimaryKey("pk_" + name, List.of("mood")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  @Test
  void isMadeOnceBeforeTheTablesAndDroppedAfterThem() {
    var dialect = Dialect.postgresql();

    assertThat(dialect.create(SCHEMA))
        .hasSize(3)
        .first()
        .asString()
        .contains("create type \"mood\" as enum ('SAD', 'O''K')")
        .contains("when duplicate_object");
    assertThat(dialect.create(SCHEMA).get(1)).contains("\"mood\" \"mood\" not null");
    assertThat(dialect.drop(SCHEMA)).last().isEqualTo("drop type if exists \"mood\"");
  }

  @Test
  void isTextInACheckWhereThereAreNoTypes() {
    var dialect = Dialect.sqlite(SCHEMA);

    assertThat(dialect.create(SCHEMA))
        .hasSize(2)
        .allSatisfy(sql ->
            assertThat(sql)
                .contains("\"mood\" text not null", "check (\"mood\" in ('SAD', 'O''K'))"));
    assertThat(dialect.drop(SCHEMA)).hasSize(2);
  }
}
