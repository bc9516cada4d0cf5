package dev.ambix.helidon;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Table;

/// What a [Thing] belongs to.
@Entity
@Table("owners")
final class Owner {
  @Id private long id;

  Owner() {}

  Owner(long id) {
    this.id = id;
  }

  long id() {
    return id;
  }
}
