package dev.ambix.migrate.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.migrate.OneServer;
import dev.ambix.migrate.autogenerate.Autogenerate;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.ddl.Script;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.lint.Lint;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.RevisionParser;
import dev.ambix.migrate.revision.RevisionWriter;
import dev.ambix.migrate.revision.RevisionWriter.Part;
import dev.ambix.migrate.run.Replay;
import dev.ambix.testing.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The safe form runs, makes the same schema, and lint finds nothing in it.
@ExtendWith(OneServer.class)
class SafeFormTest {
  private static final String BEFORE =
      "create table a (id bigint primary key, n text, k text); create index old on a (k);"
          + " create table b (id bigint primary key, a_id bigint); create index on b (a_id)";
  private static final String AFTER =
      "create table a (id bigint primary key, n text not null, k text, constraint uq_a unique (k),"
          + " constraint ck_a check (length(n) < 9)); create unique index ix_a on a (n);"
          + " create table b (id bigint primary key, a_id bigint,"
          + " constraint fk_b foreign key (a_id) references a (id)); create index on b (a_id);"
          + " create table c (id bigint primary key, x int); create index ix_c on c (x)";

  private final PostgresServer server;

  SafeFormTest(PostgresServer server) {
    this.server = server;
  }

  @Test
  void makesTheSameSchemaWithoutLongLocks() throws SQLException {
    var scratch = Scratch.postgresql(server.url("postgres"));
    var autogenerate = Autogenerate.in(scratch);
    try (var from = scratch.open();
        var to = scratch.open()) {
      execute(from.connection(), BEFORE);
      execute(to.connection(), AFTER);
      var wanted = autogenerate.read(to.connection());
      var plain = autogenerate.compare(from.connection(), wanted, List.of()).upgrade();
      var safe = history(SafeForm.of(plain));
      assertThat(rules(history(plain)))
          .contains("IndexLock", "UniqueConstraint", "ConstraintValidation", "SetNotNull");
      assertThat(rules(safe)).isEmpty();
      Replay.on(from.connection(), "postgresql").run(safe.revisions().getLast(), Direction.UPGRADE);
      assertThat(autogenerate.compare(from.connection(), wanted, List.of()).changes()).isEmpty();
    }
  }

  private static List<String> rules(History history) {
    return Lint.of(history, List.of("postgresql"))
        .findings(List.of(history.revisions().getLast()))
        .stream()
        .map(it -> it.rule().name())
        .toList();
  }

  private static History history(Script script) {
    var base =
        RevisionParser.parse(
            "a.sql", "-- revision: aaaaaaaaaaaa\n-- upgrade\n" + BEFORE + ";\n-- downgrade\n");
    var parts =
        List.of(
            new Part(
                Direction.UPGRADE,
                "",
                false,
                script.statements().stream().map(ModelDrafts::text).toList()),
            Part.empty(Direction.DOWNGRADE));
    var text =
        RevisionWriter.text(
            new RevisionWriter.Draft(
                "bbbbbbbbbbbb",
                List.of("aaaaaaaaaaaa"),
                List.of(),
                List.of(),
                "",
                Instant.EPOCH,
                parts));
    return History.of(List.of(base, RevisionParser.parse("b.sql", text)));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
