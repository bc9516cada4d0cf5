package dev.ambix.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.dialect.Sql;
import dev.ambix.driver.Driver.Access;
import dev.ambix.driver.Link;
import dev.ambix.driver.Rows;
import dev.ambix.error.Conflict;
import dev.ambix.error.PoolTimeout;
import dev.ambix.error.QueryFailed;
import dev.ambix.error.QueryTimeout;
import dev.ambix.error.UsageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeoutsTest {
  private static final String FOREVER =
      "with recursive n(i) as (select 1 union all select i + 1 from n where i > 0)"
          + " select count(*) from n where i < 0";

  @ParameterizedTest
  @EnumSource
  void endsAStatementThatRunsTooLong(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "statement_timeout=200ms");
        var link = Engine.acquire(driver, Access.READ)) {
      assertThatThrownBy(() -> Engine.number(link, FOREVER))
          .isInstanceOf(QueryTimeout.class)
          .hasMessageStartingWith(
              "[QueryTimeout] statement: cancelled after 200 ms: with recursive");
      assertThat(Engine.number(link, "select 7")).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesALimitForOneSessionAndForgetsItAfterwards(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "pool=1")) {
      try (var link = Engine.acquire(driver, Access.WRITE)) {
        link.statementTimeout(Optional.of(Duration.ofMillis(100)));
        link.begin("", false);
        assertThatThrownBy(() -> Engine.number(link, FOREVER)).isInstanceOf(QueryTimeout.class);
        link.rollback();
        // A rollback undoes SET: the limit must hold still.
        assertThatThrownBy(() -> Engine.number(link, FOREVER)).isInstanceOf(QueryTimeout.class);
      }
      try (var link = Engine.acquire(driver, Access.WRITE)) {
        link.statementTimeout(Optional.of(Duration.ofHours(1)));
        assertThat(Engine.number(link, "select 1")).isEqualTo(1);
      }
      if (engine == Engine.POSTGRESQL) {
        try (var link = Engine.acquire(driver, Access.WRITE)) {
          assertThat(text(link, "show statement_timeout")).isEqualTo("30s");
          assertThat(text(link, "show lock_timeout")).isEqualTo("10s");
          assertThat(text(link, "show time zone")).isEqualTo("UTC");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverCancelsTheNextStatement(Engine engine) {
    // Statements that end about when their limit does: late ones may be cancelled, others never.
    try (var driver = engine.open(Tables.SCHEMA, "");
        var link = Engine.acquire(driver, Access.READ)) {
      for (int i = 0; i < 60; i++) {
        link.statementTimeout(Optional.of(Duration.ofMillis(3)));
        try {
          Engine.number(
              link,
              "with recursive n(i) as (select 1 union all select i + 1 from n where i < "
                  + i * 400
                  + ") select count(*) from n");
        } catch (QueryTimeout _) {
          // It was late.
        }
        link.statementTimeout(Optional.empty());
        assertThat(Engine.number(link, "select 7")).isEqualTo(7);
      }
    }
  }

  @Test
  void setsItsLimitsInEachTransactionBehindAPooler() {
    var parameters = "pooler=transaction&pool=1&statement_timeout=1s&lock_timeout=7s";
    try (var driver = Engine.POSTGRESQL.open(Tables.SCHEMA, parameters);
        var link = Engine.acquire(driver, Access.WRITE)) {
      assertThat(text(link, "show lock_timeout")).isEqualTo("0");
      link.begin("SERIALIZABLE", true);
      assertThat(text(link, "show statement_timeout")).isEqualTo("1s");
      assertThat(text(link, "show lock_timeout")).isEqualTo("7s");
      assertThat(text(link, "show transaction_isolation")).isEqualTo("serializable");
      assertThat(text(link, "show transaction_read_only")).isEqualTo("on");
      link.statementTimeout(Optional.of(Duration.ofMillis(100)));
      assertThatThrownBy(() -> Engine.number(link, FOREVER)).isInstanceOf(QueryTimeout.class);
      link.rollback();
      assertThat(text(link, "show statement_timeout")).isEqualTo("0");
      assertThatThrownBy(() -> Engine.number(link, FOREVER)).isInstanceOf(QueryTimeout.class);
      assertThat(Engine.number(link, "select count(*) from pg_prepared_statements")).isZero();
    }
  }

  @Test
  void tellsCancellingByOthersFromATimeout() throws Exception {
    try (var driver = Engine.POSTGRESQL.open(Tables.SCHEMA, "");
        var victim = Engine.acquire(driver, Access.READ);
        var other = Engine.acquire(driver, Access.READ)) {
      long pid = Engine.number(victim, "select pg_backend_pid()");
      var cancel =
          Thread.ofVirtual()
              .start(() -> {
                var active = " from pg_stat_activity where state = 'active' and pid = " + pid;
                while (Engine.number(other, "select count(*)" + active) == 0) {
                  Thread.onSpinWait();
                }
                Engine.number(other, "select pg_cancel_backend(" + pid + ")::int");
              });
      assertThatThrownBy(() -> Engine.number(victim, FOREVER))
          .isInstanceOf(QueryFailed.class)
          .hasMessageContaining("cancelled by an administrator");
      cancel.join();
    }
  }

  @Test
  void tellsLocksDeadlocksAndSerializationFailuresAsConflicts() {
    try (var driver = Engine.POSTGRESQL.open(Tables.SCHEMA, "lock_timeout=100ms");
        var one = Engine.acquire(driver, Access.WRITE);
        var two = Engine.acquire(driver, Access.WRITE)) {
      Engine.write(
          driver, link -> link.execute(Sql.of("insert into users (username) values ('a')")));
      one.begin("", false);
      one.execute(Sql.of("update users set age = 19"));
      two.begin("", false);
      assertThatThrownBy(() -> two.execute(Sql.of("update users set age = 20")))
          .isInstanceOf(Conflict.class)
          .hasMessageContaining("lock");
      two.rollback();
      one.rollback();

      one.begin("SERIALIZABLE", false);
      two.begin("REPEATABLE READ", false);
      assertThat(text(two, "show transaction_isolation")).isEqualTo("repeatable read");
      Engine.number(two, "select count(*) from users");
      one.execute(Sql.of("update users set age = 19"));
      one.commit();
      assertThatThrownBy(() -> two.execute(Sql.of("update users set age = 20")))
          .isInstanceOf(Conflict.class)
          .hasMessageContaining("serialization");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesAThreadThatWaitsForItself(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "pool=1&pool_timeout=1h");
        var outer = Engine.acquire(driver, Access.WRITE)) {
      assertThatThrownBy(() -> Engine.acquire(driver, Access.WRITE))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("[NestedTransaction] session: this thread holds the only")
          .hasMessageContaining("Use the outer session");
      assertThat(Engine.number(outer, "select 7")).isEqualTo(7);
      assertThat(driver.statistics().active()).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesTheHoldersWhenNoConnectionBecomesFree(Engine engine) throws InterruptedException {
    try (var driver = engine.open(Tables.SCHEMA, "pool=2&pool_timeout=100ms")) {
      var held = new ArrayList<Link>();
      int size = engine.isSqlite() ? 1 : 2;
      for (int i = 0; i < size; i++) {
        var name = "holder " + i;
        Thread.ofVirtual().start(() -> held.add(driver.acquire(Access.WRITE, () -> name))).join();
      }
      assertThat(driver.statistics().active()).isEqualTo(size);
      assertThatThrownBy(() -> Engine.acquire(driver, Access.WRITE))
          .isInstanceOfSatisfying(
              PoolTimeout.class,
              error -> {
                assertThat(error.holders())
                    .hasSize(size)
                    .allMatch(line -> line.startsWith("holder "));
                assertThat(error).hasMessageContaining("all " + size + " are held");
              });
      held.forEach(Link::close);
      Engine.write(
          driver, link -> link.execute(Sql.of("insert into users (username) values ('a')")));
      assertThat(driver.statistics().active()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesConnectionsInTheOrderOfAsking(Engine engine) throws Exception {
    try (var driver = engine.open(Tables.SCHEMA, "pool=1")) {
      var order = new ArrayList<Integer>();
      var threads = new ArrayList<Thread>();
      try (var held = Engine.acquire(driver, Access.WRITE)) {
        for (int i = 0; i < 20; i++) {
          int number = i;
          threads.add(
              Thread.ofVirtual()
                  .start(() -> {
                    try (var link = Engine.acquire(driver, Access.WRITE)) {
                      order.add(number);
                      Engine.number(link, "select 1");
                    }
                  }));
          while (driver.statistics().waiting() <= i) {
            Thread.onSpinWait();
          }
        }
        Engine.number(held, "select 1");
      }
      for (var thread : threads) {
        thread.join();
      }
      assertThat(order).hasSize(20).isSorted();
    }
  }

  @Test
  void tellsAWriterOfAnotherProcessAsAConflict() {
    var url = Engine.SQLITE_FILE.url("lock_timeout=50ms");
    try (var here = Drivers.open(DriverSettings.parse(url), Tables.SCHEMA);
        var there = Drivers.open(DriverSettings.parse(url), Tables.SCHEMA)) {
      Engine.write(
          here,
          link -> here.dialect().create(Tables.SCHEMA).forEach(text -> link.execute(Sql.of(text))));
      try (var writer = Engine.acquire(there, Access.WRITE)) {
        writer.begin("", false);
        assertThatThrownBy(() -> Engine.write(here, _ -> {})).isInstanceOf(Conflict.class);
        // Readers do not wait for writers.
        assertThat(
                Engine.<Long>read(here, link -> Engine.number(link, "select count(*) from users")))
            .isZero();
        writer.rollback();
      }
      Engine.write(here, link -> link.execute(Sql.of("insert into users (username) values ('a')")));
    }
  }

  @Test
  void readsWhileASessionWritesOnSqlite() throws Exception {
    try (var driver = Engine.SQLITE_FILE.open(Tables.SCHEMA, "pool=2");
        var writer = Engine.acquire(driver, Access.WRITE)) {
      writer.begin("", false);
      writer.execute(Sql.of("insert into users (username) values ('a')"));
      var done = new CountDownLatch(2);
      for (int i = 0; i < 2; i++) {
        Thread.ofVirtual()
            .start(() -> {
              Engine.<Long>read(driver, link -> Engine.number(link, "select count(*) from users"));
              done.countDown();
            });
      }
      done.await();
      writer.commit();
    }
  }

  private static String text(Link link, String sql) {
    return link.query(
        new Sql(sql, List.of()),
        (Rows rows) -> {
          rows.next();
          return rows.getString(0);
        });
  }
}
