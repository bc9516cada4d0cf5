package dev.ambix.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.session.Database;
import dev.ambix.testing.AmbixTest;
import dev.ambix.testing.Committed;
import dev.ambix.testing.Engine;
import dev.ambix.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AmbixTest(engines = Engine.SQLITE)
@Committed
class SqliteRunnerTest {
  private static final String TABLES =
      """
      -- upgrade
      create table a (id integer primary key);
      create table b (id integer primary key, a_id integer references a (id) on delete cascade);
      insert into a values (1);
      insert into b values (1, 1);
      """;

  private String url;
  private Lab lab;

  @BeforeEach
  void connect(TestDatabase database) {
    url = database.url();
    lab = new Lab(url);
  }

  @Test
  void rebuildsATableWithoutTheRowsThatReferToIt() {
    var rebuild =
        """
        -- upgrade
        -- foreign keys off
        create table a_new (id integer primary key, name text);
        insert into a_new (id) select id from a;
        drop table a;
        alter table a_new rename to a;
        """;
    lab.runner(Lab.line(TABLES, rebuild)).upgrade("head");
    assertThat(lab.values("select a_id from b")).containsExactly("1");
  }

  @Test
  void refusesToLeaveRowsThatReferToNone() {
    var runner = lab.runner(Lab.line(TABLES, "-- upgrade\n-- foreign keys off\ndelete from a;\n"));
    assertThatThrownBy(() -> runner.upgrade("head"))
        .hasMessage(
            "[ForeignKeysBroken] b.sql:4: it leaves 1 rows that refer to none, such as: b refers to"
                + " a, row 1; expected none. It was rolled back. Delete or mend them in the"
                + " revision.");
    assertThat(lab.values("select count(*) from a")).containsExactly("1");
  }

  @Test
  void foreignKeysStayOnOtherwise() {
    lab.runner(Lab.line(TABLES, "-- upgrade\ndelete from a;\n")).upgrade("head");
    assertThat(lab.values("select count(*) from b")).containsExactly("0");
  }

  @Test
  void makesTriggers() {
    lab.runner(
            Lab.line(
                TABLES,
                "-- upgrade\ncreate trigger t after insert on a begin insert into b values (new.id,"
                    + " new.id); end;\ninsert into a values (2);\n"))
        .upgrade("head");
    assertThat(lab.values("select count(*) from b")).containsExactly("2");
  }

  @Test
  void aRunnerThatIsOvertakenRunsNothing() {
    var history = Lab.line(TABLES, "-- upgrade\ninsert into b values (2, 1);\n");
    lab.runner(history).upgrade("aaa");
    var overtaken = new AtomicBoolean();
    var listener =
        new RunListener() {
          @Override
          public void started(Revision revision, Direction direction) {
            if (overtaken.compareAndSet(false, true)) {
              assertThat(lab.runner(history).upgrade("head")).hasSize(1);
            }
          }
        };
    assertThat(lab.runner(history, Lab.settings(), listener).upgrade("head")).isEmpty();
    assertThat(lab.values("select count(*) from b")).containsExactly("2");
  }

  @Test
  void waitsForAWriterAsLongAsItIsTold() {
    lab.runner(Lab.line(TABLES)).upgrade("head");
    var more = Lab.line(TABLES, "-- upgrade\ninsert into a values (3);\n");
    try (var database = Database.builder(url).mappings(List.of()).open();
        var session = database.open()) {
      session.jdbc(c -> c.createStatement().execute("insert into a values (2)"));
      var runner =
          lab.runner(more, Lab.settings().waiting(Duration.ofMillis(50)), RunListener.none());
      assertThatThrownBy(() -> runner.upgrade("head")).hasMessageContaining("[RunnerBusy]");
    }
    assertThat(lab.runner(more).upgrade("head")).hasSize(1);
  }
}
