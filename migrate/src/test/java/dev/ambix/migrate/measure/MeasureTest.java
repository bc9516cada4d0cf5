package dev.ambix.migrate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.migrate.autogenerate.ReusedScratch;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.revision.RevisionParser;
import dev.ambix.migrate.run.DataMigration;
import dev.ambix.testing.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeasureTest {
  /// A data migration.
  public static final class Age implements DataMigration {
    @Override
    public void run(Connection connection) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute("update users set age = 1");
      }
    }
  }

  private static final String BASE =
      """
      -- revision: aaaaaaaaaaaa
      -- upgrade
      create table users (id bigint primary key, name varchar(20), age int);
      create table posts (id bigint primary key, user_id bigint);
      create index ix_name on users (name);
      """;
  private static final String POSTGRES =
      """
      create type mood as enum ('a');
      create materialized view ids as select id from users;
      alter table posts add constraint fk foreign key (user_id) references users not valid;
      """;

  private PostgresServer server;
  private Scratch scratch;

  @BeforeAll
  void start() {
    server = PostgresServer.start();
    scratch = new ReusedScratch(Scratch.postgresql(server.url("postgres")));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static History history(String base, String upgrade) {
    return History.of(
        List.of(
            RevisionParser.parse("a.sql", base),
            RevisionParser.parse(
                "b.sql",
                "-- revision: bbbbbbbbbbbb\n-- parents: aaaaaaaaaaaa\n-- upgrade\n" + upgrade)));
  }

  private static List<Measured> measure(Scratch scratch, History history) {
    return Measure.of(history, scratch)
        .run(List.of(history.find("bbbbbbbbbbbb").orElseThrow()), Set.of());
  }

  private List<Measured> postgresql(String upgrade) {
    return measure(scratch, history(BASE + POSTGRES, upgrade));
  }

  private static List<Measured> sqlite(String upgrade) {
    return measure(Scratch.sqlite(), history(BASE, upgrade));
  }

  /// The effects, without what the lock stops.
  private static String effects(List<Measured> measured) {
    return measured.stream()
        .flatMap(it -> it.effects().stream().map(effect -> effect.text(it.line())))
        .map(it -> it.replaceFirst(", stops [^;]*", ""))
        .collect(Collectors.joining(" / "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alter table users add column x int default 3 | users: ACCESS EXCLUSIVE",
        "alter table users add column x uuid default gen_random_uuid() | users: ACCESS EXCLUSIVE;"
            + " written anew",
        "alter table users alter column age type bigint | users: ACCESS EXCLUSIVE; written anew",
        "alter table users alter column name type varchar(30) | users: ACCESS EXCLUSIVE",
        "alter table users alter column name type varchar(10) | users: ACCESS EXCLUSIVE; written"
            + " anew",
        "alter table users alter column age set not null | users: ACCESS EXCLUSIVE; read whole",
        "alter table users add check (age > 0) | users: ACCESS EXCLUSIVE; read whole",
        "alter table users add check (age > 0) not valid | users: ACCESS EXCLUSIVE",
        "create index on users (age) | users: SHARE; read whole",
        "create index on ids (id) | ids: SHARE; read whole",
        "drop index ix_name | users: ACCESS EXCLUSIVE",
        "reindex index ix_name | users: SHARE; read whole / ix_name: ACCESS EXCLUSIVE",
        "alter table posts add foreign key (user_id) references users | posts: SHARE ROW EXCLUSIVE;"
            + " read whole / users: SHARE ROW EXCLUSIVE",
        "alter table posts add foreign key (user_id) references users not valid | posts: SHARE ROW"
            + " EXCLUSIVE / users: SHARE ROW EXCLUSIVE",
        "alter table posts validate constraint fk | posts: SHARE UPDATE EXCLUSIVE; read whole /"
            + " users: ROW SHARE",
        "create table t (user_id bigint references users) | users: SHARE ROW EXCLUSIVE",
        "drop table posts | posts: ACCESS EXCLUSIVE / users: ACCESS EXCLUSIVE",
        "alter table users rename to people | users: ACCESS EXCLUSIVE",
        "truncate posts | posts: ACCESS EXCLUSIVE",
        "refresh materialized view ids | ids: ACCESS EXCLUSIVE; written anew / users: ACCESS SHARE",
        "update users set age = 0 | users: ROW EXCLUSIVE",
        "insert into users (id) values (1) | users: ROW EXCLUSIVE",
        "comment on table users is 'x' | users: SHARE UPDATE EXCLUSIVE",
        "alter type mood add value 'b' |",
        "do $$ begin alter table users add column x int unique; end $$ | users: ACCESS EXCLUSIVE;"
            + " read whole",
        "select 1 |",
      })
  void seesLocksAndWhatIsDoneUnderThem(String statement, String expected) {
    assertThat(effects(postgresql(statement + ";"))).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create index concurrently on users (age) | users: SHARE UPDATE EXCLUSIVE; read whole",
        "drop index concurrently ix_name | users: SHARE UPDATE EXCLUSIVE",
        "reindex table concurrently users | users: SHARE UPDATE EXCLUSIVE; read whole",
        "create unique index concurrently on ids (id) | ids: SHARE UPDATE EXCLUSIVE; read whole",
        "vacuum full posts | posts: ACCESS EXCLUSIVE; written anew",
        "vacuum posts | posts: SHARE UPDATE EXCLUSIVE",
        "alter table posts validate constraint fk | posts: SHARE UPDATE EXCLUSIVE; read whole /"
            + " users: ROW SHARE",
        "alter type mood add value 'b' |",
        "alter table users alter column age set not null | users: ACCESS EXCLUSIVE; read whole",
      })
  void seesThemOutsideATransactionToo(String statement, String expected) {
    var found = effects(postgresql("-- outside transaction\n" + statement + ";"));
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void whatTheRevisionMakesIsNobodysYet() {
    var made =
        "create table t (id int); create index on t (id); alter table t alter id type bigint;";
    assertThat(postgresql(made)).hasSize(3);
    assertThat(effects(postgresql(made))).isEmpty();
  }

  @Test
  void saysWhichStatementHasTakenALockThatLasts() {
    var upgrade =
        """
        alter table users add constraint c check (age > 0) not valid;
        -- outside transaction
        alter table users validate constraint c;
        """;
    assertThat(effects(postgresql(upgrade)))
        .isEqualTo("users: ACCESS EXCLUSIVE / users: SHARE UPDATE EXCLUSIVE; read whole");
    assertThat(effects(postgresql(upgrade.replace("-- outside transaction", ""))))
        .isEqualTo("users: ACCESS EXCLUSIVE / users: ACCESS EXCLUSIVE since line 4; read whole");
    assertThat(effects(postgresql("lock users in share mode; alter table users add column x int;")))
        .isEqualTo("users: SHARE / users: ACCESS EXCLUSIVE");
    assertThat(effects(postgresql("set transaction isolation level serializable; table users;")))
        .isEqualTo("users: ACCESS SHARE");
  }

  @Test
  void saysWhatItStopsAndWhatLastsLong() {
    var measured =
        postgresql(
            """
            create index on users (age);
            alter table users add column x int;
            -- outside transaction
            create index concurrently on users (x);
            """);
    assertThat(measured)
        .extracting(Measured::text)
        .containsExactly(
            "b.sql:4: create index on users (age)\n    users: SHARE, stops writes; read whole",
            "b.sql:5: alter table users add column x int\n"
                + "    users: ACCESS EXCLUSIVE, stops reads and writes",
            "b.sql:7: create index concurrently on users (x)\n"
                + "    users: SHARE UPDATE EXCLUSIVE, stops only other DDL; read whole");
    assertThat(measured.stream().flatMap(it -> it.effects().stream()).map(Effect::isLong))
        .containsExactly(true, false, false);
  }

  @Test
  void namesTheSchemaAndQuotes() {
    var base = BASE + "create schema app; create table app.\"Two Words\" (id int);";
    var upgrade =
        """
        alter table app."Two Words" add x int;
        -- outside transaction
        create index concurrently on app."Two Words" (x);
        """;
    assertThat(effects(measure(scratch, history(base, upgrade))))
        .isEqualTo(
            "app.\"Two Words\": ACCESS EXCLUSIVE / app.\"Two Words\": SHARE UPDATE EXCLUSIVE; read"
                + " whole");
  }

  @Test
  void seesWhatSqliteMakesAnew() {
    var measured =
        sqlite(
            """
            -- foreign keys off
            create table users_new (id bigint primary key, name text);
            insert into users_new select id, name from users;
            drop table users;
            alter table users_new rename to users;
            alter table posts add column x int;
            """);
    assertThat(measured).hasSize(5);
    assertThat(measured.get(3).text())
        .isEqualTo("b.sql:8: alter table users_new rename to users\n    users: written anew");
    assertThat(effects(measured)).isEqualTo("users: written anew");
  }

  @Test
  void measuresJavaToo() {
    var measured = postgresql("-- java: " + Age.class.getName());
    assertThat(measured.getFirst().text())
        .isEqualTo(
            "b.sql:4: java "
                + Age.class.getName()
                + "\n    users: ROW EXCLUSIVE, stops only other DDL");
  }

  @Test
  void aStatementThatFailsIsNamed() {
    var index = "create index concurrently i on nowhere (x)";
    var fresh = Scratch.postgresql(server.url("postgres"));
    for (var each : List.of(Scratch.sqlite(), fresh)) {
      assertThatThrownBy(() -> measure(each, history(BASE, "select 1;\n" + index + ";")))
          .hasMessageStartingWith("[RevisionFailed] b.sql:5: `" + index + "` failed in an empty");
    }
    var outside = history(BASE, "-- outside transaction\n" + index + ";");
    assertThatThrownBy(() -> measure(fresh, outside))
        .hasMessageStartingWith("[RevisionFailed] b.sql:5: `" + index + "` failed in an empty");
  }

  @Test
  void runsBeforeWhatTheDatabaseHas() {
    var history =
        History.of(
            Stream.of("a", "b", "c")
                .map(it ->
                    RevisionParser.parse(
                        it + ".sql",
                        "-- revision: "
                            + it.repeat(12)
                            + (it.equals("a") ? "" : "\n-- parents: aaaaaaaaaaaa")
                            + "\n-- upgrade\n"
                            + (it.equals("c")
                                ? "insert into b values (1);"
                                : "create table " + it + " (id int);")))
                .toList());
    var last = List.of(history.find("cccccccccccc").orElseThrow());
    var measure = Measure.of(history, Scratch.postgresql(server.url("postgres")));
    assertThat(effects(measure.run(last, Set.of("aaaaaaaaaaaa", "bbbbbbbbbbbb"))))
        .isEqualTo("b: ROW EXCLUSIVE");
    assertThatThrownBy(() -> measure.run(last, Set.of()))
        .hasMessageContaining("relation \"b\" does not exist");
  }
}
