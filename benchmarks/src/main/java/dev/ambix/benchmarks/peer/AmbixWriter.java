package dev.ambix.benchmarks.peer;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Table;

@Entity
@Table(Shelf.WRITERS)
final class AmbixWriter {
  @Id private long id;
  private String name;
  private String country;

  @OneToMany(mappedBy = "writer", orphanRemoval = true)
  @OrderBy("id")
  private final Many<AmbixBook> books = Many.of();

  AmbixWriter() {}

  String line() {
    return String.join("|", id + "", name, country);
  }

  @Override
  public String toString() {
    return line() + books.list().stream().map(AmbixBook::line).toList();
  }
}
