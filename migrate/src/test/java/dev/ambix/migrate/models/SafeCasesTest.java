package dev.ambix.migrate.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.migrate.autogenerate.Autogenerate;
import dev.ambix.migrate.autogenerate.Case;
import dev.ambix.migrate.autogenerate.ReusedScratch;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.ddl.Script;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.graph.Plan;
import dev.ambix.migrate.lint.Finding;
import dev.ambix.migrate.lint.Lint;
import dev.ambix.migrate.lint.LongRules;
import dev.ambix.migrate.lint.Rule;
import dev.ambix.migrate.measure.Measure;
import dev.ambix.migrate.measure.Measured;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.RevisionParser;
import dev.ambix.migrate.revision.RevisionWriter;
import dev.ambix.migrate.revision.RevisionWriter.Part;
import dev.ambix.migrate.run.Replay;
import dev.ambix.schema.Schema;
import dev.ambix.testing.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every case of autogenerate, as it is written and with `--safe`: lint finds a long lock in just
/// those statements in which it is measured, and there are none where there is a safe form.
class SafeCasesTest {
  /// What has no safe form: the table is written anew, or rows refuse it.
  private static final Set<Rule> WITHOUT_SAFE_FORM =
      EnumSet.of(Rule.TypeChange, Rule.VolatileDefault, Rule.NotNullColumn);

  @Test
  void lintAndTheServerAgree() throws IOException, SQLException {
    var failures = new ArrayList<String>();
    try (var server = PostgresServer.start()) {
      var scratch = new ReusedScratch(Scratch.postgresql(server.url("postgres")));
      for (var it : Case.all()) {
        if (it.runsOn("postgresql")) {
          var after = catalog(scratch, it.after());
          var plain = missing(scratch, history(it.before(), List.of()), after);
          var safe = SafeForm.of(plain);
          check(scratch, it, plain, false, failures);
          check(scratch, it, safe, true, failures);
          var history = history(it.before(), safe.statements());
          if (!missing(scratch, history, after).statements().isEmpty()) {
            failures.add(it.name() + ": the safe form leads elsewhere");
          }
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  private static Schema catalog(Scratch scratch, String sql) throws SQLException {
    try (var area = scratch.open()) {
      execute(area.connection(), sql);
      return Autogenerate.in(scratch).read(area.connection());
    }
  }

  /// What a database with this history still lacks.
  private static Script missing(Scratch scratch, History history, Schema after)
      throws SQLException {
    try (var area = scratch.open()) {
      Replay.on(area.connection(), "postgresql")
          .run(new Plan(Direction.UPGRADE, history.revisions()));
      return Autogenerate.in(scratch).compare(area.connection(), after, List.of()).upgrade();
    }
  }

  private static void check(
      Scratch scratch, Case it, Script script, boolean safe, List<String> failures) {
    var history = history(it.before(), script.statements());
    var last = List.of(history.revisions().getLast());
    var found =
        Lint.of(history, List.of("postgresql")).findings(last).stream()
            .filter(each -> LongRules.contain(each.rule()))
            .toList();
    var measured = Measure.of(history, scratch).run(last, Set.of());
    var lines = lines(found);
    var seen =
        measured.stream()
            .filter(Measured::isLong)
            .map(Measured::line)
            .collect(Collectors.toCollection(TreeSet::new));
    // A drop takes a moment, but it waits for queries, and others wait behind it.
    measured.stream()
        .filter(each -> each.statement().startsWith("drop index"))
        .forEach(each -> lines.remove(each.line()));
    if (!lines.equals(seen)
        || (safe && !found.stream().allMatch(each -> WITHOUT_SAFE_FORM.contains(each.rule())))) {
      var texts =
          Stream.concat(found.stream().map(Finding::text), measured.stream().map(Measured::text));
      failures.add(
          texts.collect(
              Collectors.joining("\n", it.group() + ", " + it.name() + ", " + safe + "\n", "\n")));
    }
  }

  private static Set<Integer> lines(List<Finding> found) {
    return found.stream().map(Finding::line).collect(Collectors.toCollection(TreeSet::new));
  }

  private static History history(String before, List<Script.Statement> script) {
    var base =
        RevisionParser.parse(
            "a.sql", "-- revision: aaaaaaaaaaaa\n-- upgrade\n" + before + ";\n-- downgrade\n");
    var statements = script.stream().map(ModelDrafts::text).toList();
    var parts =
        List.of(
            new Part(Direction.UPGRADE, "", false, statements), Part.empty(Direction.DOWNGRADE));
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
    for (var each : Case.split(sql)) {
      try (var statement = connection.createStatement()) {
        statement.execute(each);
      }
    }
  }
}
