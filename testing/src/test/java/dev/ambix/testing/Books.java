package dev.ambix.testing;

import dev.ambix.session.Database;

/// The two things that the tests do with books all the time.
final class Books {
  private Books() {}

  /// Adds one in a transaction of its own.
  static void add(Database database, String title) {
    database.write(db -> db.add(new Book(title)));
  }

  static long count(Database database) {
    return database.read(db -> db.select(Book.class).count());
  }
}
