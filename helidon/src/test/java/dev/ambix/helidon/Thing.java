package dev.ambix.helidon;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.References;
import dev.ambix.mapping.Table;
import org.jspecify.annotations.Nullable;

/// A row with a foreign key that is checked at the commit, not before.
@Entity
@Table("things")
final class Thing {
  @Id @Generated private long id;

  @References(value = Owner.class, deferred = true)
  private @Nullable Long ownerId;

  Thing() {}

  Thing(@Nullable Long ownerId) {
    this.ownerId = ownerId;
  }

  long id() {
    return id;
  }

  @Nullable Long ownerId() {
    return ownerId;
  }
}
