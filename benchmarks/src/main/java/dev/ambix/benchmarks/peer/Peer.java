package dev.ambix.benchmarks.peer;

import java.util.List;

/// A contestant. For one thread. What it has no notion of, it refuses.
public interface Peer extends AutoCloseable {
  /// Reads one row by its id, with a connection from the pool.
  Object find(long id);

  /// Reads the first rows, in the order of their ids.
  List<?> first(int rows);

  /// Reads the first books, in the order of their ids, each with its writer.
  List<?> books(int rows);

  /// Reads the first writers, in the order of their ids, each with all of its books.
  List<?> writers(int rows);

  /// Inserts new objects in one transaction.
  ///
  /// @return the id of the last one
  long insert(int rows);

  /// Loads the first rows into a unit of work that stays open, for [#touch] and [#flush].
  default void load(int rows) {
    throw new UnsupportedOperationException("load");
  }

  /// Changes every so many-th of the loaded objects and commits.
  ///
  /// @return how many it has changed
  default int touch(int every) {
    throw new UnsupportedOperationException("touch");
  }

  /// Writes what has changed: nothing.
  default void flush() {
    throw new UnsupportedOperationException("flush");
  }

  /// Builds a query for customers whose name contains a term, and gives its text.
  default String render(String term) {
    throw new UnsupportedOperationException("render");
  }

  @Override
  void close();
}
