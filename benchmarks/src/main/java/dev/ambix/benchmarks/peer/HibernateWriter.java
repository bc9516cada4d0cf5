package dev.ambix.benchmarks.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/// Its books come for all writers of a query at once: by a second statement in a `Session`, which
/// repeats the query as a subselect, and by a join where a `StatelessSession` asks for that.
@Entity
@Table(name = Shelf.WRITERS)
class HibernateWriter {
  @Id private long id;
  private String name = "";
  private String country = "";

  @OneToMany(mappedBy = "writer")
  @OrderBy("id")
  @Fetch(FetchMode.SUBSELECT)
  private List<HibernateBook> books = new ArrayList<>();

  HibernateWriter() {}

  List<HibernateBook> books() {
    return books;
  }

  String line() {
    return String.join("|", id + "", name, country);
  }

  @Override
  public String toString() {
    return line() + books.stream().map(HibernateBook::line).toList();
  }
}
