package dev.ambix.migrate.autogenerate;

import static dev.ambix.migrate.autogenerate.EachEngine.execute;
import static dev.ambix.migrate.autogenerate.EachEngine.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.migrate.OneServer;
import dev.ambix.schema.Change;
import dev.ambix.schema.Check;
import dev.ambix.schema.Column;
import dev.ambix.schema.Default;
import dev.ambix.schema.ForeignKey;
import dev.ambix.schema.Index;
import dev.ambix.schema.OnDelete;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Sequence;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.schema.TableName;
import dev.ambix.schema.UniqueKey;
import dev.ambix.testing.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneServer.class)
class AutogenerateTest {
  private final PostgresServer server;

  AutogenerateTest(PostgresServer server) {
    this.server = server;
  }

  private static Column column(String name, SqlType type) {
    return new Column(name, type, true, Optional.empty(), false);
  }

  private static Column defaulted(String name, SqlType type, String value) {
    return new Column(name, type, false, Optional.of(new Default.Literal(value)), false);
  }

  /// Two tables that refer to each other, and a column of each type.
  private static Schema models() {
    return new Schema(List.of(others(), things()));
  }

  private static Column key() {
    return new Column("id", new SqlType.BigInt(), false, Optional.empty(), true);
  }

  private static Table things() {
    return new Table(
        "things",
        List.of(
            key(),
            defaulted("truth", new SqlType.Bool(), "true"),
            defaulted("small", new SqlType.SmallInt(), "-1"),
            defaulted("whole", new SqlType.Int(), "2"),
            defaulted("exact", new SqlType.Numeric(10, 2), "1.5"),
            defaulted("long_exact", new SqlType.Numeric(30, 2), "1.5"),
            column("real", new SqlType.Real()),
            column("precise", new SqlType.DoublePrecision()),
            defaulted("word", new SqlType.Varchar(20), "it's"),
            column("words", new SqlType.Text()),
            column("bytes", new SqlType.Bytes()),
            column("uuid", new SqlType.Uuid()),
            column("day", new SqlType.Date()),
            column("hour", new SqlType.Time()),
            column("local", new SqlType.Timestamp()),
            new Column(
                "at",
                new SqlType.TimestampTz(),
                false,
                Optional.of(new Default.Sql("now()")),
                false),
            defaulted("state", new SqlType.Enumeration(List.of("open", "shut")), "open"),
            defaulted("mood", new SqlType.NativeEnum("mood", List.of("sad", "glad")), "sad"),
            column("json", new SqlType.Json()),
            column("labels", new SqlType.Array(new SqlType.Text())),
            column("other_id", new SqlType.BigInt())),
        new PrimaryKey("pk_things", List.of("id")),
        List.of(new UniqueKey("uq_things_word", List.of("word", "state"))),
        List.of(refers("things", "other_id", "others")),
        List.of(new Check("ck_things_words", "words <> word")),
        List.of(new Index("ix_things_other_id", List.of("other_id"))),
        Optional.of(new Sequence("sq_things", 50)));
  }

  private static Table others() {
    return new Table(
        "others",
        List.of(key(), column("thing_id", new SqlType.BigInt())),
        new PrimaryKey("pk_others", List.of("id")),
        List.of(),
        List.of(refers("others", "thing_id", "things")),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static ForeignKey refers(String table, String column, String target) {
    return new ForeignKey(
        "fk_" + table + "_" + column,
        List.of(column),
        target,
        List.of("id"),
        OnDelete.CASCADE,
        false);
  }

  @Test
  void makesTheModelsAndThenNothing() throws SQLException {
    EachEngine.check(
        server,
        (scratch, database) -> {
          var autogenerate = Autogenerate.in(scratch);

          var draft = autogenerate.draft(database, models(), List.of());
          CaseRun.execute(database, draft.upgrade());

          assertThat(draft.isEmpty()).isFalse();
          assertThat(autogenerate.draft(database, models(), List.of()).changes()).isEmpty();
          CaseRun.execute(database, draft.downgrade());
          assertThat(autogenerate.read(database).tables()).isEmpty();
          assertThat(autogenerate.read(database).sequences()).isEmpty();
        });
  }

  @Test
  void agreesWithWhatCreateAllMakes() throws SQLException {
    EachEngine.check(
        server,
        (scratch, database) -> {
          CaseRun.execute(database, scratch.platform().create(models()));

          var draft = Autogenerate.in(scratch).draft(database, models(), List.of());

          assertThat(draft.changes()).isEmpty();
        });
  }

  @Test
  void doesNotLookAtWhatIsLeftOut() throws SQLException {
    EachEngine.check(
        server,
        (scratch, database) -> {
          execute(database, "create table ambix_revision (id text primary key)");

          var draft =
              Autogenerate.in(scratch)
                  .ignoring(new Ignored(List.of("AMBIX_*")))
                  .draft(database, new Schema(List.of()), List.of());

          assertThat(draft.changes()).isEmpty();
        });
  }

  @Test
  void keepsThePartsOfATableThatAreLeftOut() throws SQLException {
    EachEngine.check(
        server,
        (scratch, database) -> {
          execute(
              database,
              "create table t (id integer constraint pk_t primary key, a text, note text,"
                  + " constraint ck_a check (a <> ''))",
              "create index ix_a on t (a) where a <> 'x'",
              "insert into t values (1, 'ann', 'old')");
          var ignoring =
              Autogenerate.in(scratch).ignoring(new Ignored(List.of("t.note", "t.ck_*", "T.ix_a")));
          var models = scratch.platform().catalog();
          try (var area = scratch.open()) {
            execute(
                area.connection(),
                "create table t (id integer constraint pk_t primary key, a text not null)");
            var draft = ignoring.compare(database, models.read(area.connection()), List.of());

            assertThat(draft.changes().stream().map(Summary::of))
                .containsExactly("alter column t.a (nullable)");
            CaseRun.execute(database, draft.upgrade());
          }
          var parts = Autogenerate.in(scratch).read(database).tables().getFirst();
          assertThat(parts.indexes()).hasSize(1);
          assertThat(parts.checks()).hasSize(1);
          assertThat(rows(database, "select note from t")).containsExactly("old");
        });
  }

  @Test
  void aNewNameKeepsTheDataAndAllThatNamesIt() throws SQLException {
    EachEngine.check(
        server,
        (scratch, database) -> {
          execute(
              database,
              "create table users (id integer primary key, name text constraint ck_name check (name <> ''))",
              "create index ix_name on users (name)",
              "create table notes (id integer primary key, user_id integer constraint fk_notes"
                  + " references users (id))",
              "insert into users values (1, 'ann')",
              "insert into notes values (1, 1)");
          var autogenerate = Autogenerate.in(scratch);
          var begin = autogenerate.read(database);
          var to = people(scratch);
          List<Change.Rename> renames =
              List.of(
                  new Change.RenameTable(TableName.of("users"), TableName.of("people")),
                  new Change.RenameColumn(TableName.of("people"), "name", "full_name"));

          assertThat(autogenerate.compare(database, to, List.of()).likelyRenames()).isNotEmpty();
          var draft = autogenerate.compare(database, to, renames);
          assertThat(autogenerate.read(database)).as("only tried").isEqualTo(begin);
          assertThat(draft.drops()).isEmpty();
          CaseRun.execute(database, draft.upgrade());

          assertThat(rows(database, "select id, full_name from people")).containsExactly("1,ann");
          assertThat(rows(database, "select user_id from notes")).containsExactly("1");
          assertThat(autogenerate.compare(database, to, List.of()).changes()).isEmpty();
          CaseRun.execute(database, draft.downgrade());
          assertThat(rows(database, "select id, name from users")).containsExactly("1,ann");
          assertThat(autogenerate.compare(database, begin, List.of()).changes()).isEmpty();
        });
  }

  @Test
  void aSequenceGoesOnUnderItsNewName() throws SQLException {
    EachEngine.check(
        server,
        (scratch, database) -> {
          boolean sqlite = scratch.platform().name().equals("sqlite");
          for (var sql : scratch.platform().create(sequence("sq_users_id"))) {
            execute(database, sql);
          }
          execute(
              database,
              sqlite ? "update ambix_sequence set next = 51" : "select nextval('sq_users_id')");
          var autogenerate = Autogenerate.in(scratch);
          var to = autogenerate.created(sequence("sq_people_id"));
          List<Change.Rename> renames =
              List.of(
                  new Change.RenameSequence(
                      TableName.of("sq_users_id"), TableName.of("sq_people_id")));

          var draft = autogenerate.compare(database, to, renames);
          assertThat(draft.changes()).isEqualTo(renames);
          CaseRun.execute(database, draft.upgrade());
          assertThat(
                  rows(
                      database,
                      sqlite
                          ? "select next from ambix_sequence where name = 'sq_people_id'"
                          : "select nextval('sq_people_id')"))
              .containsExactly("51");
          CaseRun.execute(database, draft.downgrade());
          assertThat(autogenerate.read(database).sequences())
              .extracting(Sequence::id)
              .containsExactly(TableName.of("sq_users_id"));
        });
  }

  private static Schema sequence(String name) {
    return new Schema(List.of(), List.of(new Sequence(name, 50)), List.of(), List.of(), List.of());
  }

  @Test
  void aNewNameMayBeTheOldOneInAnotherCase() throws SQLException {
    EachEngine.check(
        server,
        (scratch, database) -> {
          var child =
              "create table c (id integer primary key, u integer constraint fk references \"%s\" (id))";
          execute(
              database,
              "create table \"Users\" (id integer primary key, \"Name\" text)",
              child.formatted("Users"),
              "insert into \"Users\" values (1, 'ann')",
              "insert into c values (1, 1)");
          var autogenerate = Autogenerate.in(scratch);
          var begin = autogenerate.read(database);
          Schema to;
          try (var area = scratch.open()) {
            execute(
                area.connection(),
                "create table users (id integer primary key, name text)",
                child.formatted("users"));
            to = autogenerate.read(area.connection());
          }
          var draft =
              autogenerate.compare(
                  database,
                  to,
                  List.of(
                      new Change.RenameTable(TableName.of("Users"), TableName.of("users")),
                      new Change.RenameColumn(TableName.of("users"), "Name", "name")));
          CaseRun.execute(database, draft.upgrade());
          assertThat(rows(database, "select name from users join c on u = users.id"))
              .containsExactly("ann");
          assertThat(autogenerate.compare(database, to, List.of()).changes()).isEmpty();
          CaseRun.execute(database, draft.downgrade());
          assertThat(autogenerate.compare(database, begin, List.of()).changes()).isEmpty();
        });
  }

  private static Schema people(Scratch scratch) throws SQLException {
    try (var area = scratch.open()) {
      execute(
          area.connection(),
          "create table people (id integer primary key, full_name text constraint ck_name"
              + " check (full_name <> ''))",
          "create index ix_full_name on people (full_name)",
          "create table notes (id integer primary key, user_id integer constraint fk_notes"
              + " references people (id))");
      return scratch.platform().catalog().read(area.connection());
    }
  }

  @Test
  void tellsWhatLosesData() throws SQLException {
    EachEngine.check(
        server,
        (scratch, database) -> {
          execute(
              database,
              "create table gone (id integer primary key)",
              "create table t (id integer primary key, a text)");
          var after =
              new Schema(
                  List.of(
                      new Table(
                          "t",
                          List.of(column("id", new SqlType.Int())),
                          new PrimaryKey("pk_t", List.of("id")),
                          List.of(),
                          List.of(),
                          List.of(),
                          List.of(),
                          Optional.empty())));

          var draft = Autogenerate.in(scratch).draft(database, after, List.of());

          assertThat(draft.drops().stream().map(Summary::of))
              .containsExactly("drop column t.a", "drop table gone");
        });
  }

  @Test
  void dropsWhatItMadeOnTheServer() throws SQLException {
    var scratch = Scratch.postgresql(server.url("postgres"));
    Autogenerate.in(scratch).created(models());

    try (var area = scratch.open()) {
      assertThat(
              rows(
                  area.connection(),
                  "select count(*) from pg_database where datname like 'ambix\\_scratch\\_%'"
                      + " and datname <> current_database()"))
          .containsExactly("0");
    }
  }
}
