package dev.ambix.benchmarks.peer;

import org.jspecify.annotations.Nullable;

/// A book as hand-written JDBC and jOOQ make it.
///
/// @param writer its writer, unless the book has been read with the writer
record Book(
    long id,
    String title,
    @Nullable String isbn,
    int pages,
    int published,
    @Nullable Writer writer) {
  static Book of(long id, String title, @Nullable String isbn, int pages, int published) {
    return new Book(id, title, isbn, pages, published, null);
  }

  String line() {
    return String.join("|", id + "", title, String.valueOf(isbn), pages + "", published + "");
  }

  @Override
  public String toString() {
    var by = writer();
    return line() + " by " + (by == null ? "nobody" : by.line());
  }
}
