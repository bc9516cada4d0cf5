package dev.ambix.benchmarks.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// Its writer is lazy, as Hibernate's documentation advises, and fetched by the queries that want
/// it.
@Entity
@Table(name = Shelf.BOOKS)
class HibernateBook {
  @Id private long id;
  private String title = "";
  private @Nullable String isbn;
  private int pages;
  private int published;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private @Nullable HibernateWriter writer;

  HibernateBook() {}

  String line() {
    return String.join("|", id + "", title, String.valueOf(isbn), pages + "", published + "");
  }

  @Override
  public String toString() {
    return line() + " by " + (writer == null ? "nobody" : writer.line());
  }
}
