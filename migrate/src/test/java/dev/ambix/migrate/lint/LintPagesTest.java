package dev.ambix.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.migrate.OneServer;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.graph.Plan;
import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.RevisionParser;
import dev.ambix.migrate.run.Replay;
import dev.ambix.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the pages of `docs/lint/` to what lint does: what they show as found is found, and what
/// they write in its place is not, and runs.
@ExtendWith(OneServer.class)
class LintPagesTest {
  private static final Path PAGES = Path.of("../docs/lint");
  private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
  private static final String BASE =
      """
      -- revision: 000000000000
      -- upgrade
      CREATE TYPE mood AS ENUM ('glad', 'sad');
      CREATE TABLE users (id BIGINT PRIMARY KEY, name VARCHAR(64) NOT NULL, age INTEGER);
      CREATE TABLE posts (id BIGINT PRIMARY KEY, author_id BIGINT, title TEXT);
      -- downgrade
      DROP TABLE posts;
      DROP TABLE users;
      DROP TYPE mood;
      """;

  private final PostgresServer server;

  LintPagesTest(PostgresServer server) {
    this.server = server;
  }

  private static String page(Rule rule) throws IOException {
    return Files.readString(PAGES.resolve(rule + ".md"));
  }

  /// The base, and a revision for each piece of SQL under a heading.
  private static History shown(Rule rule, String heading) throws IOException {
    var page = page(rule);
    int start = page.indexOf("\n## " + heading + "\n") + 1;
    int end = page.indexOf("\n## ", start);
    var part = end < 0 ? page.substring(start) : page.substring(start, end);
    var revisions = new ArrayList<>(List.of(RevisionParser.parse("0.sql", BASE)));
    for (var sql : SQL.matcher(part).results().map(it -> it.group(1)).toList()) {
      revisions.add(next(revisions.getLast(), revisions.size(), sql));
      if (heading.equals("Found")) {
        break;
      }
    }
    assertThat(revisions).as(heading).hasSizeGreaterThan(1);
    return History.of(revisions);
  }

  private static Revision next(Revision parent, int number, String sql) {
    var sections =
        sql.startsWith("-- upgrade") ? sql : "-- upgrade postgresql\n" + sql + "\n-- downgrade\n";
    return RevisionParser.parse(
        number + ".sql",
        "-- revision: %012d\n-- parents: %s\n%s".formatted(number, parent.id(), sections));
  }

  private static List<Rule> found(History history) {
    var shown = history.revisions().subList(1, history.revisions().size());
    return Lint.of(history, List.of("postgresql")).findings(shown).stream()
        .map(Finding::rule)
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void showWhatIsFound(Rule rule) throws IOException {
    assertThat(found(shown(rule, "Found"))).containsExactly(rule);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void showWhatIsNotFoundInItsPlaceAndRuns(Rule rule) throws IOException, SQLException {
    var instead = shown(rule, "Instead");

    assertThat(found(instead)).isEmpty();
    try (var area = Scratch.postgresql(server.url("postgres")).open()) {
      var replay = Replay.on(area.connection(), "postgresql");
      if (!page(rule).contains("-- java:")) {
        replay.run(new Plan(Direction.UPGRADE, instead.revisions()));
      }
    }
  }

  @Test
  void areListed() throws IOException {
    var list = Files.readString(Path.of("../docs/lint.md"));
    assertThat(Arrays.stream(Rule.values()))
        .allSatisfy(rule -> assertThat(list).contains("[" + rule + "](lint/" + rule + ".md)"));
    try (var files = Files.list(PAGES)) {
      assertThat(files).hasSameSizeAs(Rule.values());
    }
  }
}
