package dev.ambix.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.migrate.Migrations;
import dev.ambix.migrate.OneServer;
import dev.ambix.migrate.autogenerate.Ignored;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.models.Comparison;
import dev.ambix.migrate.models.Models;
import dev.ambix.migrate.models.Person_;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.RevisionParser;
import dev.ambix.migrate.revision.RevisionWriter;
import dev.ambix.session.Database;
import dev.ambix.testing.PostgresServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneServer.class)
class VerifyTest {
  private final Models models = Models.of(List.of(new Person_()));
  private final PostgresServer server;

  VerifyTest(PostgresServer server) {
    this.server = server;
  }

  private List<Scratch> scratches() {
    return List.of(Scratch.sqlite(), Scratch.postgresql(server.url("postgres")));
  }

  /// The revision that the models need.
  private Revision generated() {
    var drafts =
        Comparison.of(History.of(List.of()), models, scratches(), new Ignored(List.of())).drafts();
    return RevisionParser.parse(
        "a.sql",
        RevisionWriter.text(
            new RevisionWriter.Draft(
                "aaaaaaaaaaaa",
                List.of(),
                List.of(),
                List.of(),
                "",
                Instant.EPOCH,
                drafts.parts(false))));
  }

  private static Revision next(String sections) {
    return RevisionParser.parse(
        "b.sql", "-- revision: bbbbbbbbbbbb\n-- parents: aaaaaaaaaaaa\n" + sections);
  }

  private Verify verify(Revision... revisions) {
    var verify = Verify.of(History.of(List.of(revisions)), models.schema());
    for (var scratch : scratches()) {
      verify = verify.in(scratch);
    }
    return verify;
  }

  @Test
  void whatIsGeneratedHolds() {
    verify(generated()).check();
    assertThat(
            Comparison.of(
                    History.of(List.of(generated())), models, scratches(), new Ignored(List.of()))
                .drafts()
                .changes())
        .isEmpty();
  }

  @Test
  void saysWhatTheModelsHave() {
    assertThat(verify().problems())
        .containsExactly(
            "sqlite: the models have what no revision makes: add table people",
            "postgresql: the models have what no revision makes: add table people");
  }

  @Test
  void saysWhatADowngradeLeaves() {
    var leaves =
        next(
            "-- upgrade\ncreate table x (id int);\ncreate table y (id int);\n-- downgrade\ndrop table x;\n");
    assertThat(verify(generated(), leaves).problems())
        .anySatisfy(
            it -> assertThat(it).isEqualTo("sqlite: b.sql: its downgrade leaves: add table y"))
        .anySatisfy(it -> assertThat(it).startsWith("sqlite: [RevisionFailed] b.sql:"));
  }

  @Test
  void saysWhatASecondUpgradeMakesOtherwise() {
    var remembers =
        next(
            """
            -- upgrade sqlite
            -- upgrade postgresql
            do $$ begin
              if exists (select from people) then
                create table y (id int);
              else
                create table x (id int);
                insert into people (id, full_name, age) values (1, 'ann', 3);
              end if;
            end $$;
            -- downgrade
            drop table if exists x;
            drop table if exists y;
            """);
    assertThat(verify(generated(), remembers).problems())
        .contains(
            "postgresql: b.sql: a second upgrade leaves: add table y",
            "postgresql: b.sql: a second upgrade leaves: drop table x");
  }

  @Test
  void saysWhatIsLeftInTheEnd() {
    var leaves =
        next(
            """
            -- upgrade
            -- downgrade sqlite
            -- downgrade postgresql
            do $$ begin
              if exists (select from people) then
                create table z (id int);
              else
                insert into people (id, full_name, age) values (1, 'ann', 3);
              end if;
            end $$;
            """);
    assertThat(verify(generated(), leaves).problems())
        .containsExactly("postgresql: it is left after the last downgrade: add table z");
  }

  @Test
  void saysWhichRowsDoNotSurvive() {
    var loses = next("-- upgrade\ndelete from people;\n-- downgrade\n");
    var verify =
        verify(generated(), loses)
            .rowsBefore(
                "bbbbbbbbbbbb", "insert into people (id, full_name, age) values (1, 'ann', 3)");
    assertThatThrownBy(verify::check)
        .hasMessageContaining("[VerifyFailed] revisions: got 2 problems")
        .hasMessageContaining("b.sql: rows of people do not survive it: 1 before, 0 after");
  }

  @Test
  void saysWhichStatementDoesNotRun() {
    assertThat(verify(generated(), next("-- upgrade\nselect nope;\n-- downgrade\n")).problems())
        .hasSize(2)
        .allSatisfy(it ->
            assertThat(it).contains("[RevisionFailed] b.sql:4: `select nope` failed in an empty"));
  }

  @Test
  void wantsOneHead() {
    var other =
        RevisionParser.parse("c.sql", "-- revision: cccccccccccc\n-- upgrade\n-- downgrade\n");
    assertThat(verify(generated(), other).problems().getFirst()).startsWith("2 heads: ");
  }

  @Test
  void driftIsWhatNoRevisionDid() {
    var url = server.createDatabase();
    var history = History.of(List.of(generated()));
    var migrations = Migrations.of(url).from(() -> new ArrayList<>(history.revisions()));
    migrations.upgrade("head");
    var scratch = Scratch.postgresql(url);
    var applied = migrations.status().applied();
    assertThat(Drift.of(url, history, applied, scratch, new Ignored(List.of("ambix_revision"))))
        .isEmpty();
    try (var database = Database.builder(url).mappings(List.of()).open()) {
      database.write(session ->
          session.jdbc(
              c -> c.createStatement().execute("alter table people add column nick text")));
    }
    assertThat(Drift.of(url, history, applied, scratch, new Ignored(List.of("ambix_revision"))))
        .containsExactly("add column people.nick");
  }
}
