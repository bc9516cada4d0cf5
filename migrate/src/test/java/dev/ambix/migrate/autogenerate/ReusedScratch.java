package dev.ambix.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Temporary databases of PostgreSQL that are emptied and used again: making one takes long. They
/// go with their server. For one thread.
public final class ReusedScratch implements Scratch {
  private static final List<String> EMPTY =
      List.of(
          """
          do $$ declare s text; begin
            for s in select nspname from pg_namespace
              where nspname !~ '^pg_' and nspname <> 'information_schema' loop
              execute format('drop schema %I cascade', s);
            end loop;
          end $$\
          """,
          "create schema public");

  private final Scratch source;
  private final Deque<Area> free = new ArrayDeque<>();

  public ReusedScratch(Scratch source) {
    this.source = source;
  }

  @Override
  public Platform platform() {
    return source.platform();
  }

  @Override
  public Area open() throws SQLException {
    var area = free.isEmpty() ? source.open() : free.pop();
    return new Loan(this, area);
  }

  private record Loan(ReusedScratch owner, Area area) implements Area {
    @Override
    public Connection connection() {
      return area.connection();
    }

    @Override
    public Connection another() throws SQLException {
      return area.another();
    }

    @Override
    public void close() throws SQLException {
      if (!connection().getAutoCommit()) {
        connection().rollback();
        connection().setAutoCommit(true);
      }
      CaseRun.execute(connection(), EMPTY);
      owner.free.push(area);
    }
  }
}
