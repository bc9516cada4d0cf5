package dev.ambix.benchmarks.peer;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(Shelf.BOOKS)
final class AmbixBook {
  @Id private long id;
  private String title;
  private @Nullable String isbn;
  private int pages;
  private int published;
  @ManyToOne private final Ref<AmbixWriter> writer = Ref.of();

  AmbixBook() {}

  String line() {
    return String.join("|", id + "", title, String.valueOf(isbn), pages + "", published + "");
  }

  @Override
  public String toString() {
    return line() + " by " + writer.get().line();
  }
}
