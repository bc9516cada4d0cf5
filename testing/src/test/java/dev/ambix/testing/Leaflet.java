package dev.ambix.testing;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Table;

/// An entity that has nothing to do with books.
@Entity
@Table("leaflets")
final class Leaflet {
  @Id private String title;

  Leaflet(String title) {
    this.title = title;
  }

  @SuppressWarnings("NullAway.Init") // its row fills it
  Leaflet() {}

  String title() {
    return title;
  }
}
