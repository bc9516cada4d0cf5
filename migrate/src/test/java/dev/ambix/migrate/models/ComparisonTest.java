package dev.ambix.migrate.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.UsageException;
import dev.ambix.migrate.OneServer;
import dev.ambix.migrate.autogenerate.Ignored;
import dev.ambix.migrate.autogenerate.Platform;
import dev.ambix.migrate.autogenerate.Scratch;
import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.revision.RevisionParser;
import dev.ambix.schema.Column;
import dev.ambix.schema.Index;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.Schema;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.testing.PostgresServer;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneServer.class)
class ComparisonTest {
  private final PostgresServer server;

  ComparisonTest(PostgresServer server) {
    this.server = server;
  }

  /// 200 tables of 10 columns.
  private static Models large() {
    var tables = new ArrayList<Table>();
    for (int i = 0; i < 200; i++) {
      var columns = new ArrayList<Column>();
      columns.add(new Column("id", new SqlType.BigInt(), false, Optional.empty(), true));
      for (int j = 1; j < 10; j++) {
        columns.add(new Column("c" + j, new SqlType.Varchar(50), true, Optional.empty(), false));
      }
      var name = "t" + i;
      tables.add(
          new Table(
              name,
              columns,
              new PrimaryKey("pk_" + name, List.of("id")),
              List.of(),
              List.of(),
              List.of(),
              List.of(new Index("ix_" + name, List.of("c1"))),
              Optional.empty()));
    }
    return new Models(new Schema(tables), List.of());
  }

  /// Counts the statements that ask for something.
  private record Counted(Scratch scratch, AtomicInteger queries) implements Scratch {
    @Override
    public Platform platform() {
      return scratch.platform();
    }

    @Override
    public Area open() throws SQLException {
      return new CountedArea(scratch.open(), queries);
    }
  }

  private record CountedArea(Scratch.Area area, AtomicInteger queries) implements Scratch.Area {
    @Override
    public Connection connection() {
      return proxy(Connection.class, area.connection());
    }

    @Override
    public Connection another() throws SQLException {
      return area.another();
    }

    private <T> T proxy(Class<T> type, T real) {
      return type.cast(
          Proxy.newProxyInstance(
              ComparisonTest.class.getClassLoader(),
              new Class<?>[] {type},
              (_, method, arguments) -> {
                if (method.getName().equals("executeQuery")) {
                  queries.incrementAndGet();
                }
                var result = method.invoke(real, arguments);
                return result instanceof Statement statement
                        && method.getName().equals("createStatement")
                    ? proxy(Statement.class, statement)
                    : result;
              }));
    }

    @Override
    public void close() throws SQLException {
      area.close();
    }
  }

  @Test
  void asksACatalogOfTwoHundredTablesAtMostTwentyTimes() {
    var queries = new AtomicInteger();
    var scratch = new Counted(Scratch.postgresql(server.url("postgres")), queries);
    var empty = History.of(List.of());
    var drafts = Comparison.of(empty, large(), List.of(scratch), new Ignored(List.of())).drafts();

    assertThat(drafts.changes()).hasSize(200);
    assertThat(queries).hasValueBetween(2, 20);
  }

  @Test
  void refusesADatabaseOfAnotherEngine() {
    var comparison =
        Comparison.of(
                History.of(
                    List.of(
                        RevisionParser.parse("a.sql", "-- revision: aaaaaaaaaaaa\n-- upgrade\n"))),
                large(),
                List.of(Scratch.sqlite()),
                new Ignored(List.of()))
            .against("postgresql://ann:secret@localhost/x");

    assertThatThrownBy(comparison::drafts)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("[UnknownEngine] --against: got a database of another engine")
        .hasMessageNotContaining("secret");
  }
}
