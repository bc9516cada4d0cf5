package dev.ambix.session;

import dev.ambix.dialect.Dialect;
import dev.ambix.dialect.Sql;
import dev.ambix.dialect.Statement;
import dev.ambix.entity.EntityType;
import dev.ambix.type.Row;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Sends the statements of a session's queries, after a flush where they read what it would change.
final class Statements {
  private final Session session;
  private final Dialect dialect;

  Statements(Session session, Dialect dialect) {
    this.session = session;
    this.dialect = dialect;
  }

  int insertLimit(int columns) {
    return dialect.insertLimit(columns);
  }

  Sql render(Statement statement) {
    return dialect.render(statement, session.connector().filters().byTable());
  }

  /// Runs a query, after a flush where it reads a table with pending changes.
  <R> List<R> query(Statement statement, Function<Row, R> reader) {
    return query(statement, true, reader);
  }

  /// The same.
  ///
  /// @param filtered whether it leaves out what the filters leave out
  <R> List<R> query(Statement statement, boolean filtered, Function<Row, R> reader) {
    var sql = filtered ? render(statement) : dialect.render(statement);
    beforeQuery(sql.tables());
    return session.connector().query(sql, reader);
  }

  /// The same, in a transaction.
  <R> List<R> queryInTransaction(Statement statement, Function<Row, R> reader) {
    var sql = render(statement);
    beforeQuery(sql.tables());
    return session.connector().queryInTransaction(sql, reader);
  }

  /// Flushes when one of these tables has pending changes.
  void beforeQuery(Set<String> tables) {
    session.checkUsable();
    if (!session.isReadOnly() && session.context().pending(tables)) {
      session.flush();
    }
  }

  /// Runs a statement that changes rows of an entity.
  ///
  /// @param followed whether the rows are to come back, because the session has objects that follow
  long executeReturning(
      EntityType<?> type,
      boolean followed,
      Function<List<String>, Statement> statement,
      Consumer<Row> follow) {
    if (!followed) {
      return session.connector().execute(render(statement.apply(List.of())));
    }
    var columns =
        type.own().mapping().columns().stream().map(column -> column.attribute().column()).toList();
    return session
        .connector()
        .queryInTransaction(
            render(statement.apply(columns)),
            row -> {
              follow.accept(row);
              return true;
            })
        .size();
  }
}
