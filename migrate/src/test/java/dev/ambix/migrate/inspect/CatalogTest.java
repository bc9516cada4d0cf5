package dev.ambix.migrate.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.migrate.OneServer;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.schema.Column;
import dev.ambix.schema.Index;
import dev.ambix.schema.Numbering;
import dev.ambix.testing.PostgresServer;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneServer.class)
class CatalogTest {
  private final PostgresServer server;

  CatalogTest(PostgresServer server) {
    this.server = server;
  }

  /// A connection that counts the statements it sends.
  private static Connection counting(Connection connection, AtomicInteger sent) {
    return (Connection)
        Proxy.newProxyInstance(
            CatalogTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getReturnType() == Statement.class) {
                sent.incrementAndGet();
              }
              return method.invoke(connection, arguments);
            });
  }

  private static void large(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      for (int i = 0; i < 200; i++) {
        statement.execute(
            "create table t%d (id integer primary key, a text not null, b integer default 1,"
                    .formatted(i)
                + " c integer, d text unique, e text, f text, g text, h integer check (h > 0),"
                + " i integer references t%d (id))".formatted(i / 2));
        statement.execute("create index ix_t%d_i on t%d (i)".formatted(i, i));
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void budget(Scratch scratch, int queries) throws SQLException {
    try (var area = scratch.open()) {
      large(area.connection());
      var sent = new AtomicInteger();

      var schema = scratch.platform().catalog().read(counting(area.connection(), sent));

      assertThat(sent).hasValueLessThanOrEqualTo(queries);
      assertThat(schema.tables()).hasSize(200);
      assertThat(schema.tables().stream().mapToInt(table -> table.columns().size()).sum())
          .isEqualTo(2_000);
      assertThat(schema.tables())
          .allSatisfy(table -> {
            assertThat(table.indexes()).hasSize(1);
            assertThat(table.uniqueKeys()).hasSize(1);
            assertThat(table.checks()).hasSize(1);
            assertThat(table.foreignKeys()).hasSize(1);
          });
    }
  }

  @Test
  void asksSqliteOnceForAllTables() throws SQLException {
    budget(Scratch.sqlite(), 1);
  }

  @Test
  void asksPostgresqlSevenTimesForAllTables() throws SQLException {
    budget(Scratch.postgresql(server.url("postgres")), 7);
  }

  @Test
  void passesOverWhatTheEngineMade() throws SQLException {
    try (var area = Scratch.sqlite().open();
        var statement = area.connection().createStatement()) {
      statement.execute("create virtual table search using fts5(body)");
      statement.execute("create table t (id integer primary key autoincrement, a text unique)");
      statement.execute("analyze");

      var tables = Catalog.sqlite().read(area.connection()).tables();

      assertThat(tables)
          .singleElement()
          .satisfies(table -> {
            assertThat(table.name()).isEqualTo("t");
            assertThat(table.indexes()).isEmpty();
          });
    }
  }

  @Test
  void passesOverWhatAnExtensionMade() throws SQLException {
    try (var area = Scratch.postgresql(server.url("postgres")).open();
        var statement = area.connection().createStatement()) {
      statement.execute("create extension pg_stat_statements");

      var schema = Catalog.postgresql().read(area.connection());

      assertThat(schema.tables()).isEmpty();
      assertThat(schema.enums()).isEmpty();
      assertThat(schema.namespaces()).isEmpty();
    }
  }

  @Test
  void readsWhateverCreateTableMaySay() throws SQLException {
    try (var area = Scratch.sqlite().open();
        var statement = area.connection().createStatement()) {
      statement.execute(
          """
          create table if not exists [my table] ( -- with (comments), too
            `a` integer primary key asc on conflict replace autoincrement, /* and, these */
            "b,c" varchar ( 10 ) null default 'x, (y)' collate nocase,
            d unsigned big int not null on conflict abort default -1 check (d < 5),
            e as (d + 1), f,
            constraint one unique (d) on conflict ignore,
            foreign key ("b,c") references other ("id") on delete set null match simple
              deferrable initially deferred,
            check ("b,c" <> ')')
          )\
          """);

      var table = Catalog.sqlite().read(area.connection()).tables().getFirst();

      assertThat(table.name()).isEqualTo("my table");
      assertThat(table.columns())
          .extracting(Column::name)
          .containsExactly("a", "b,c", "d", "e", "f");
      assertThat(table.columns().getFirst().numbering()).isEqualTo(Numbering.BY_DEFAULT);
      assertThat(table.uniqueKeys()).singleElement().matches(key -> key.name().equals("one"));
      assertThat(table.foreignKeys()).singleElement().matches(key -> key.deferred());
      assertThat(table.checks()).hasSize(2);
      assertThat(table.column("d").orElseThrow().nullable()).isFalse();
      assertThat(table.column("e").orElseThrow().computed()).isPresent();
    }
  }

  @Test
  void anInvalidIndexIsNone() throws SQLException {
    try (var area = Scratch.postgresql(server.url("postgres")).open();
        var statement = area.connection().createStatement()) {
      statement.execute("create table t (a integer, b integer)");
      statement.execute("create index ix_t_b on t (b)");
      statement.execute("insert into t values (1, 1), (1, 1)");
      assertThatThrownBy(
              () -> statement.execute("create unique index concurrently ix_t_a on t (a)"))
          .isInstanceOf(SQLException.class);
      var table = Catalog.postgresql().read(area.connection()).tables().getFirst();
      assertThat(table.indexes()).extracting(Index::name).containsExactly("ix_t_b");
    }
  }
}
