package dev.ambix.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;

/// A writer as hand-written JDBC and jOOQ make it.
///
/// @param books those that have been read with it
record Writer(long id, String name, String country, List<Book> books) {
  static Writer of(long id, String name, String country) {
    return new Writer(id, name, country, new ArrayList<>());
  }

  String line() {
    return String.join("|", id + "", name, country);
  }

  @Override
  public String toString() {
    return line() + books.stream().map(Book::line).toList();
  }
}
