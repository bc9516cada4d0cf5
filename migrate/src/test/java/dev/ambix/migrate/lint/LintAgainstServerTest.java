package dev.ambix.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.migrate.autogenerate.ReusedScratch;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.measure.Measure;
import dev.ambix.migrate.measure.Measured;
import dev.ambix.migrate.revision.RevisionParser;
import dev.ambix.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Runs the statements of `lint-cases.txt`, and compares what lint says of them with what the
/// server does.
class LintAgainstServerTest {
  private static final String BASE =
      """
      -- revision: aaaaaaaaaaaa
      -- upgrade
      create type mood as enum ('a', 'b');
      create domain positive as int check (value > 0);
      create table users (id bigint primary key, name varchar(20), age int, note text,
        price numeric(8, 2), at timestamptz, local timestamp(3), t time(3), iv interval(3), ip cidr,
        bits varbit(5), fixed bit(5), code char(3), js json, small smallint, r real,
        ci text collate "C", mood mood, tags varchar(10)[], constraint ck check (age < 1000));
      create index ix_name on users (name);
      create unique index ux_age on users (age);
      create index ix_at on users (at);
      create table posts (id bigint primary key, user_id bigint, title varchar(9) not null);
      create index ix_posts_user on posts (user_id);
      create view v as select id from posts;
      create materialized view mv as select id, title from posts;
      create unique index ux_mv on mv (id);
      create schema app;
      create table app."Two Words" (id bigint primary key, "Full Name" varchar(5), user_id bigint);
      alter table posts add constraint fk foreign key (user_id) references users not valid;
      create table parts (id bigint, at date) partition by range (at);
      create table parts_1 partition of parts for values from ('2020-01-01') to ('2021-01-01');
      create table loose (id bigint, at date);
      create sequence sq;
      -- downgrade
      """;

  /// @param why why lint and the server differ; empty where they do not
  private record Case(String statement, String rules, boolean isLong, String why) {
    static Case parse(String line) {
      var cells = line.split("(?: \\| ?| ?\\| )", -1);
      if (cells.length != 4) {
        throw new IllegalArgumentException("not statement | rules | long | why: " + line);
      }
      return new Case(
          cells[0].replace("\\n", "\n"),
          cells[1].strip(),
          cells[2].equals("long"),
          cells[3].strip());
    }
  }

  @Test
  void lintSaysWhatTheServerDoes() throws IOException {
    var failures = new ArrayList<String>();
    try (var server = PostgresServer.start()) {
      var scratch = new ReusedScratch(Scratch.postgresql(server.url("postgres")));
      for (var line : Files.readAllLines(Path.of("src/test/resources/lint-cases.txt"))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          check(scratch, Case.parse(line), failures);
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  private static void check(Scratch scratch, Case it, List<String> failures) {
    var history =
        History.of(
            List.of(
                RevisionParser.parse("a.sql", BASE),
                RevisionParser.parse(
                    "b.sql",
                    "-- revision: bbbbbbbbbbbb\n-- parents: aaaaaaaaaaaa\n-- upgrade\n"
                        + it.statement()
                        + ";\n-- downgrade\n")));
    var last = List.of(history.revisions().getLast());
    var found =
        Lint.of(history, List.of("postgresql")).findings(last).stream().map(Finding::rule).toList();
    var rules = found.stream().map(Rule::name).collect(Collectors.joining(", "));
    boolean isLong =
        Measure.of(history, scratch).run(last, Set.of()).stream().anyMatch(Measured::isLong);
    if (!rules.equals(it.rules()) || isLong != it.isLong()) {
      failures.add(it.statement() + ": lint says " + rules + ", it is long: " + isLong);
    }
    boolean agree = found.stream().anyMatch(LongRules::contain) == isLong;
    if (agree != it.why().isEmpty()) {
      failures.add(it.statement() + ": they " + (agree ? "agree" : "differ") + ", why?");
    }
  }
}
