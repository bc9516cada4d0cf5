package dev.ambix.testing;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;

/// What the tests keep in their tables.
@Entity
@Table("books")
final class Book {
  @Id @Generated private long id;

  @Unique
  @Length(100)
  private String title;

  Book(String title) {
    this.title = title;
  }

  @SuppressWarnings("NullAway.Init") // its row fills it
  Book() {}

  long id() {
    return id;
  }

  String title() {
    return title;
  }

  void rename(String newTitle) {
    title = newTitle;
  }
}
