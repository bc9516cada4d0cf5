package dev.ambix.migrate.autogenerate;

import static dev.ambix.migrate.autogenerate.EachEngine.execute;
import static dev.ambix.migrate.autogenerate.EachEngine.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A table of SQLite that is made anew keeps all that it had.
class TableRebuildTest {
  private final Scratch scratch = Scratch.sqlite();
  private final Autogenerate autogenerate = Autogenerate.in(scratch);

  private Schema catalog(String... statements) throws SQLException {
    try (var area = scratch.open()) {
      execute(area.connection(), statements);
      return autogenerate.read(area.connection());
    }
  }

  private void change(Connection database, String... after) throws SQLException {
    var draft = autogenerate.compare(database, catalog(after), List.of());
    assertThat(draft.upgrade().foreignKeysOff()).as("by a rebuild").isTrue();
    CaseRun.execute(database, draft.upgrade());
  }

  @Test
  void keepsAHundredThousandRows() throws SQLException {
    try (var area = scratch.open()) {
      var database = area.connection();
      execute(
          database,
          "create table t (id integer primary key, a text, b blob)",
          "insert into t with recursive n(i) as (select 1 union all select i + 1 from n"
              + " where i < 100000) select i * 3, 'row ' || i, x'00ff' from n");
      var sum = "select count(*), sum(id), sum(length(a)), sum(length(b)) from t";
      var before = rows(database, sum);

      change(database, "create table t (id integer primary key, a text not null, b blob)");

      assertThat(rows(database, sum)).isEqualTo(before);
      assertThat(before.getFirst()).startsWith("100000,");
    }
  }

  @Test
  void keepsTheRowsThatReferToIt() throws SQLException {
    try (var area = scratch.open()) {
      var database = area.connection();
      var child =
          "create table c (id integer primary key, t_id integer references t (id) on delete cascade)";
      execute(
          database,
          "pragma foreign_keys = on",
          "create table t (id integer primary key, a text)",
          child,
          "insert into t values (1, 'x')",
          "insert into c values (1, 1)");

      change(database, "create table t (id integer primary key, a text not null)", child);

      assertThat(rows(database, "select t_id from c")).containsExactly("1");
      assertThat(rows(database, "select sql from sqlite_schema where name = 'c'"))
          .containsExactly(child.replace("create table", "CREATE TABLE"));
      execute(database, "delete from t");
      assertThat(rows(database, "select * from c")).isEmpty();
    }
  }

  @Test
  void keepsTriggersAndViews() throws SQLException {
    try (var area = scratch.open()) {
      var database = area.connection();
      execute(
          database,
          "create table t (id integer primary key, a text)",
          "create table log (line text)",
          "create view v as select a from t",
          "create view vv as select a from v",
          "create trigger own after insert on t begin insert into log values (new.a); end",
          "create trigger other after insert on log begin update t set a = upper(a); end");

      change(
          database,
          "create table log (line text)",
          "create table t (id integer primary key, a text not null)");
      execute(database, "insert into t values (1, 'x')");

      assertThat(rows(database, "select line from log")).containsExactly("x");
      assertThat(rows(database, "select a from vv")).containsExactly("X");
    }
  }

  @Test
  void goesOnCountingWhereItWas() throws SQLException {
    try (var area = scratch.open()) {
      var database = area.connection();
      execute(
          database,
          "create table t (id integer not null primary key autoincrement, a text)",
          "insert into t (a) values ('x'), ('y'), ('z')",
          "delete from t");

      change(
          database,
          "create table t (id integer not null primary key autoincrement, a text default 'q')");
      execute(database, "insert into t default values");

      assertThat(rows(database, "select id, a from t")).containsExactly("4,q");
    }
  }

  @Test
  void keepsTheNumbersOfRowsThatNoColumnShows() throws SQLException {
    try (var area = scratch.open()) {
      var database = area.connection();
      execute(
          database,
          "create table t (id text primary key, a text)",
          "insert into t (rowid, id) values (7, 'x')");

      change(database, "create table t (id text primary key, a text default 'q')");

      assertThat(rows(database, "select rowid, id from t")).containsExactly("7,x");
    }
  }

  @Test
  void putsTheDefaultWhereNullWas() throws SQLException {
    try (var area = scratch.open()) {
      var database = area.connection();
      execute(
          database,
          "create table t (id integer primary key, a text)",
          "insert into t values (1, null), (2, 'x')");

      change(database, "create table t (id integer primary key, a text not null default 'q')");

      assertThat(rows(database, "select a from t order by id")).containsExactly("q", "x");
    }
  }
}
