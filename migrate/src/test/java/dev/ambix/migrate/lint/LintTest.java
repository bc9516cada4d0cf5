package dev.ambix.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.revision.RevisionParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {
  private static final String BASE =
      """
      -- revision: aaaaaaaaaaaa
      -- upgrade
      create table users (id bigint primary key, name varchar(20), age int, note text,
        price numeric(8, 2), at timestamp with time zone, boss_id bigint);
      create index ix_users_name on users (name);
      -- downgrade
      drop table users;
      """;

  /// What is found in a revision with this upgrade, which follows one that makes a table.
  private static List<Finding> lint(String engine, String upgrade) {
    return lint(engine, upgrade, "-- downgrade\n");
  }

  private static List<Finding> lint(String engine, String upgrade, String rest) {
    var base = RevisionParser.parse("a.sql", BASE);
    var next =
        RevisionParser.parse(
            "b.sql",
            "-- revision: bbbbbbbbbbbb\n-- parents: aaaaaaaaaaaa\n-- upgrade\n"
                + upgrade
                + "\n"
                + rest);
    var history = History.of(List.of(base, next));
    return Lint.of(history, List.of(engine))
        .findings(List.of(history.find("bbbbbbbbbbbb").orElseThrow()));
  }

  private static List<String> rules(String engine, String upgrade) {
    return lint(engine, upgrade).stream().map(it -> it.rule().name()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drop table users | DropTable",
        "alter table users drop column name, drop note | DropColumn,DropColumn",
        "truncate users | DeleteAll",
        "delete from users | DeleteAll",
        "delete from users where id = 1 |",
        "update users set age = 0 | UpdateAll",
        "update users set age = 0 where id < 1000 |",
        "alter table users rename to people | RenameTable",
        "alter table \"users\" rename column name to full_name | RenameColumn",
        "alter table users add column x int not null | NotNullColumn",
        "alter table users add column x int not null default 0 |",
        "alter table users add column x int |",
        "create table t (id int, user_id bigint references users) | ForeignKeyIndex",
        "create table t (id int, a int, b int, foreign key (a, b) references u (x, y)) |"
            + " ForeignKeyIndex",
        "create table t (user_id bigint primary key references users) |",
        "create table t (u bigint references users); create index on t (u, v) |",
        "create table t (u bigint references users, unique (u, v)) |",
      })
  void findsOnEveryEngine(String upgrade, String expected) {
    var found = expected == null ? "" : expected;
    assertThat(String.join(",", rules("sqlite", upgrade + ";"))).isEqualTo(found);
    assertThat(String.join(",", rules("postgresql", upgrade + ";"))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alter table users alter column age type bigint | TypeChange",
        "alter table users alter column name type varchar(10) | TypeChange",
        "alter table users alter column name type varchar(30) |",
        "alter table users alter column name set data type text |",
        "alter table users alter column age type text using age::text | TypeChange",
        "alter table users alter column price type numeric(10, 2) |",
        "alter table users alter column price type numeric(10, 3) | TypeChange",
        "alter table users alter column price type numeric |",
        "alter table users alter column unknown type text | TypeChange",
        "alter table users add column u uuid default gen_random_uuid() | VolatileDefault",
        "alter table users add column u timestamptz not null default now() |",
        "alter table users add column u bigserial | VolatileDefault",
        "alter table users add column u int generated always as (age + 1) stored | VolatileDefault",
        "alter table users alter column age set not null | SetNotNull",
        "alter table users add constraint c check (age > 0) | ConstraintValidation",
        "alter table users add constraint c check (age > 0) not valid |",
        "alter table users add constraint f foreign key (name) references t (name) |"
            + " ConstraintValidation",
        "alter table users add constraint u unique (name) | UniqueConstraint",
        "alter table users add primary key (id) | UniqueConstraint",
        "alter table users add constraint u unique using index ix |",
        "alter table users add constraint e exclude using gist (at with =) | ExclusionConstraint",
        "create index ix on users (age) | IndexLock",
        "create unique index ix on only users using btree (age desc) | IndexLock",
        "drop index ix_users_name | IndexLock",
        "create index concurrently ix on users (age) | ConcurrentlyInTransaction",
        "create table t (id int); create index ix on t (id); alter table t add constraint c check"
            + " (id > 0) |",
        "alter table users set unlogged | TableRewrite",
        "alter type mood rename value 'a' to 'b' | RenameValue",
      })
  void findsLocksOfPostgres(String upgrade, String expected) {
    assertThat(String.join(",", rules("postgresql", upgrade + ";")))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 'drop table users' /* drop table users */",
        "do $$ begin drop table users; end $$",
        "do $a$ begin drop table users; $$; $b$ end $a$",
        "/* a /* b */ drop table users */ select 1",
        "select E'it\\'s'; select '; drop table users'",
        "comment on column users.name is 'x''; drop table users'",
        "select 1 -- ; drop table users",
        "insert into users (id, note) values (1, 'alter table users drop column note')",
        "alter table users alter column note set default 'a, drop column note'",
      })
  void looksIntoNoTexts(String upgrade) {
    assertThat(rules("postgresql", upgrade + ";")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP TABLE Public.Users | DropTable users",
        "drop table \"users\", app.\"Old Users\" cascade | DropTable users,DropTable old_users",
        "alter table \"a--b\" drop column \"it's\", drop \"x\" | DropColumn a__b.it_s,DropColumn"
            + " a__b.x",
        "alter table größen rename to \"Größen alt\" | RenameTable größen",
        "truncate table only users, posts restart identity cascade | DeleteAll users,DeleteAll"
            + " posts",
        "with old as (select id from users where age > 9) delete from users | DeleteAll users",
        "update users set name = (select n from names where names.id = users.id) | UpdateAll users",
        "alter /* x */ table -- y\tusers drop note | DropColumn users.note",
        "create table t (a int); drop table a; alter table users drop note | DropTable a,DropColumn"
            + " users.note",
        "alter view v rename to w | RenameTable v",
        "alter table users set schema old | RenameTable users",
        "drop type mood cascade | DropColumn mood",
      })
  void readsNamesInEverySpelling(String upgrade, String expected) {
    for (var engine : List.of("sqlite", "postgresql")) {
      assertThat(
              lint(engine, upgrade.replace('\t', '\n') + ";").stream()
                  .map(it -> it.rule() + " " + it.subject()))
          .isEqualTo(List.of(expected.split(",")));
    }
  }

  @Test
  void readsLongTexts() {
    var text = "it''s ".repeat(20_000);
    assertThat(rules("sqlite", "insert into users (note) values ('" + text + "');")).isEmpty();
    assertThat(rules("postgresql", "/* " + "* / ".repeat(2_000) + "*/ drop table users;"))
        .containsExactly("DropTable");
  }

  @Test
  void concurrentlyOutsideIsFine() {
    assertThat(
            rules(
                "postgresql",
                "-- outside transaction\ncreate index concurrently ix on users (age);"))
        .isEmpty();
  }

  @Test
  void setNotNullIsFineBehindAValidCheck() {
    var add = "alter table users add constraint c check (age is not null) not valid;\n";
    var validate = "alter table users validate constraint c;\n";
    var set = "alter table users alter column age set not null;\n";
    assertThat(rules("postgresql", add + set)).containsExactly("SetNotNull");
    assertThat(rules("postgresql", add + validate + set)).containsExactly("ValidateTogether");
    assertThat(rules("postgresql", add + "-- outside transaction\n" + validate + set)).isEmpty();
  }

  @Test
  void rebuildsOfSqliteDropNothing() {
    assertThat(
            rules(
                "sqlite",
                "-- foreign keys off\ncreate table users_new (id int); drop table users;"
                    + " alter table users_new rename to users;"))
        .isEmpty();
  }

  @Test
  void wantsADowngrade() {
    assertThat(lint("sqlite", "create table t (id int);", ""))
        .extracting(Finding::rule)
        .containsExactly(Rule.MissingDowngrade);
  }

  @Test
  void acceptsWithAReason() {
    assertThat(rules("sqlite", "-- lint-ignore DropTable: it is empty\ndrop table users;"))
        .isEmpty();
    assertThat(rules("sqlite", "-- lint-ignore DropColumn: wrong\ndrop table users;")).hasSize(1);
    var base = RevisionParser.parse("a.sql", BASE);
    var next =
        RevisionParser.parse(
            "b.sql",
            """
            -- revision: bbbbbbbbbbbb
            -- parents: aaaaaaaaaaaa
            -- lint-ignore DropTable: empty
            -- upgrade
            drop table users;
            -- downgrade
            """);
    assertThat(Lint.of(History.of(List.of(base, next)), List.of("sqlite")).findings(List.of(next)))
        .isEmpty();
  }

  @Test
  void acceptsOneStatementOnly() {
    var first = "-- lint-ignore DropTable: it is empty\ndrop table users;\n";
    assertThat(rules("sqlite", first + "drop table posts;")).containsExactly("DropTable");
    var several =
        """
        -- lint-ignore DropColumn: unused
        -- Some words.
        -- lint-ignore RenameTable: unused
        alter table users drop column note, rename to people;
        """;
    assertThat(rules("sqlite", several)).isEmpty();
  }

  @Test
  void acceptsARuleForAFile() {
    var text =
        """
        -- revision: aaaaaaaaaaaa
        -- lint-ignore DropTable: it is empty
        -- lint-ignore MissingDowngrade: there is no way back
        -- upgrade
        drop table a;
        drop table b;
        alter table c drop d;
        """;
    var revision = RevisionParser.parse("a.sql", text);
    assertThat(
            Lint.of(History.of(List.of(revision)), List.of("sqlite", "postgresql"))
                .findings(List.of(revision)))
        .extracting(Finding::rule)
        .containsExactly(Rule.DropColumn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DropTabel: it is empty",
        "droptable: it is empty",
        "DropTable",
        "DropTable:",
        "DropTable it is empty",
        "DropTable, DropColumn: it is empty",
        ": it is empty",
        "",
      })
  void refusesToAcceptWhatIsNoRuleOrWithoutAReason(String comment) {
    assertThatThrownBy(() -> lint("sqlite", "-- lint-ignore " + comment + "\ndrop table users;"))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching("(?s)\\[LintIgnore] b\\.sql:[45]: .*");
    var header = "-- revision: aaaaaaaaaaaa\n-- lint-ignore " + comment + "\n-- upgrade\n";
    assertThatThrownBy(
            () -> {
              var revision = RevisionParser.parse("b.sql", header);
              Lint.of(History.of(List.of(revision)), List.of("sqlite")).findings(List.of(revision));
            })
        .hasMessageContaining("[LintIgnore] b.sql");
  }

  @Test
  void saysWhereAndWhat() {
    assertThat(lint("sqlite", "\ndrop table users;").getFirst().text())
        .isEqualTo(
            "[DropTable] b.sql:5: users: the table goes, with its rows, and code that still reads"
                + " it fails. Drop it one release after the last code that uses it.");
  }
}
