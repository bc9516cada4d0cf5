package dev.ambix.benchmarks.peer;

import dev.ambix.benchmarks.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Connections and statements for JDBC by hand. On PostgreSQL it takes a connection from the pool
/// each time, and pgjdbc keeps statements prepared. Nothing keeps them on SQLite, so there it holds
/// on to one connection and its prepared statements, which is as fast as it gets.
final class JdbcSource implements AutoCloseable {
  private final DataSource source;
  private final Engine engine;
  private final Map<String, PreparedStatement> kept = new HashMap<>();
  private @Nullable Connection own;

  JdbcSource(DataSource source, Engine engine) {
    this.source = source;
    this.engine = engine;
  }

  <R> R with(Step<Connection, R> work) {
    try {
      if (engine == Engine.SQLITE) {
        if (own == null) {
          own = source.getConnection();
        }
        return work.on(Objects.requireNonNull(own));
      }
      try (var connection = source.getConnection()) {
        return work.on(connection);
      }
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
  }

  <R> R query(Connection connection, String sql, Step<PreparedStatement, R> work)
      throws SQLException {
    if (engine == Engine.SQLITE) {
      var statement = kept.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        kept.put(sql, statement);
      }
      return work.on(statement);
    }
    try (var statement = connection.prepareStatement(sql)) {
      return work.on(statement);
    }
  }

  @Override
  public void close() {
    try {
      for (var statement : kept.values()) {
        statement.close();
      }
      if (own != null) {
        own.close();
      }
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
  }

  /// Work that JDBC may refuse.
  @FunctionalInterface
  interface Step<T, R> {
    R on(T given) throws SQLException;
  }
}
