package dev.ambix.conformance.variety;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.References;
import dev.ambix.mapping.Table;
import java.util.UUID;

/// Always has another, which the database checks at the commit.
@Entity
@Table("twins")
public final class Twin {
  @Id @Generated private UUID id;

  @References(value = Twin.class, deferred = true)
  private UUID otherId;

  public UUID id() {
    return id;
  }

  public UUID other() {
    return otherId;
  }

  public void other(UUID newOther) {
    otherId = newOther;
  }
}
