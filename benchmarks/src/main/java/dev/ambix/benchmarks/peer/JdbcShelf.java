package dev.ambix.benchmarks.peer;

import dev.ambix.benchmarks.Engine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Books and writers by hand: one object for each writer in a join, and a second statement for the
/// books of many writers. That one takes their ids as an array on PostgreSQL, and as so many
/// parameters on SQLite, which has no arrays.
final class JdbcShelf {
  private static final String BOOKS_WITH_WRITER =
      "select b.id, b.title, b.isbn, b.pages, b.published, w.id, w.name, w.country"
          + " from books b join writers w on w.id = b.writer_id where b.id <= ? order by b.id";
  private static final String WRITERS =
      "select id, name, country from writers where id <= ? order by id";
  private static final String BOOKS_OF =
      "select id, title, isbn, pages, published, writer_id from books where writer_id %s"
          + " order by id";
  private static final String BOOKS_OF_ARRAY = BOOKS_OF.formatted("= any(?)");

  private final JdbcSource source;
  private final Engine engine;

  JdbcShelf(JdbcSource source, Engine engine) {
    this.source = source;
    this.engine = engine;
  }

  List<Book> books(int rows) {
    return source.with(connection ->
        source.query(
            connection,
            BOOKS_WITH_WRITER,
            statement -> {
              statement.setLong(1, rows);
              var books = new ArrayList<Book>();
              var writers = new HashMap<Long, Writer>();
              try (var found = statement.executeQuery()) {
                while (found.next()) {
                  books.add(bookWithWriter(found, writers));
                }
              }
              return books;
            }));
  }

  private static Book bookWithWriter(ResultSet row, Map<Long, Writer> writers) throws SQLException {
    long id = row.getLong(6);
    var writer = writers.get(id);
    if (writer == null) {
      writer = Writer.of(id, row.getString(7), row.getString(8));
      writers.put(id, writer);
    }
    return new Book(
        row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5), writer);
  }

  List<Writer> writers(int rows) {
    return source.with(connection -> {
      var writers = writers(connection, rows);
      addBooks(connection, writers);
      return writers;
    });
  }

  private List<Writer> writers(Connection connection, int rows) throws SQLException {
    return source.query(
        connection,
        WRITERS,
        statement -> {
          statement.setLong(1, rows);
          var writers = new ArrayList<Writer>();
          try (var found = statement.executeQuery()) {
            while (found.next()) {
              writers.add(Writer.of(found.getLong(1), found.getString(2), found.getString(3)));
            }
          }
          return writers;
        });
  }

  private void addBooks(Connection connection, List<Writer> writers) throws SQLException {
    var byId = new HashMap<Long, Writer>();
    writers.forEach(writer -> byId.put(writer.id(), writer));
    source.query(
        connection,
        engine == Engine.SQLITE ? booksOf(writers.size()) : BOOKS_OF_ARRAY,
        statement -> {
          bind(connection, statement, writers);
          try (var found = statement.executeQuery()) {
            while (found.next()) {
              Objects.requireNonNull(byId.get(found.getLong(6))).books().add(book(found));
            }
          }
          return writers;
        });
  }

  private static String booksOf(int writers) {
    return BOOKS_OF.formatted("in (?" + ", ?".repeat(writers - 1) + ")");
  }

  private void bind(Connection connection, PreparedStatement statement, List<Writer> writers)
      throws SQLException {
    if (engine == Engine.SQLITE) {
      for (int i = 0; i < writers.size(); i++) {
        statement.setLong(i + 1, writers.get(i).id());
      }
    } else {
      var ids = writers.stream().map(Writer::id).toArray();
      statement.setArray(1, connection.createArrayOf("bigint", ids));
    }
  }

  private static Book book(ResultSet row) throws SQLException {
    return Book.of(
        row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5));
  }
}
