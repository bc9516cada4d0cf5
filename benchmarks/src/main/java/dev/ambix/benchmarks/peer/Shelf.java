package dev.ambix.benchmarks.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// The books that are read with their writers, and the writers that are read with their books.
///
/// Book number n is by writer number (n - 1) / 10 + 1, so that the first hundred writers have the
/// first thousand books.
public final class Shelf {
  /// The table of writers.
  public static final String WRITERS = "writers";

  /// The table of books.
  public static final String BOOKS = "books";

  /// How many books each writer has.
  public static final int BOOKS_EACH = 10;

  private Shelf() {}

  /// Inserts books with their writers, both numbered from 1.
  public static void fill(Connection connection, int books) throws SQLException {
    connection.setAutoCommit(false);
    fillWriters(connection, books / BOOKS_EACH);
    fillBooks(connection, books);
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void fillWriters(Connection connection, int count) throws SQLException {
    try (var insert =
        connection.prepareStatement("insert into writers (id, name, country) values (?, ?, ?)")) {
      for (int i = 1; i <= count; i++) {
        insert.setLong(1, i);
        insert.setString(2, "Ann Writer " + i);
        insert.setString(3, i % 2 == 0 ? "Switzerland" : "Norway");
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void fillBooks(Connection connection, int count) throws SQLException {
    var sql =
        "insert into books (id, title, isbn, pages, published, writer_id)"
            + " values (?, ?, ?, ?, ?, ?)";
    try (var insert = connection.prepareStatement(sql)) {
      for (int i = 1; i <= count; i++) {
        bind(insert, i);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// A third has no number.
  private static void bind(PreparedStatement insert, int i) throws SQLException {
    insert.setLong(1, i);
    insert.setString(2, "What there is to be said, volume " + i);
    insert.setString(3, i % 3 == 0 ? null : "978-3-16-14" + i);
    insert.setInt(4, 100 + i % 400);
    insert.setInt(5, 1_900 + i % 120);
    insert.setLong(6, (i - 1) / BOOKS_EACH + 1);
  }
}
