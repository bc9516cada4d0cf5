package dev.ambix.conformance.circle;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.References;
import dev.ambix.mapping.Table;
import java.util.UUID;

/// Cannot be without a [Right], which cannot be without it.
@Entity
@Table("lefts")
public final class Left {
  @Id @Generated private UUID id;

  @References(Right.class)
  private UUID rightId;

  public Left() {}

  public UUID id() {
    return id;
  }

  public UUID right() {
    return rightId;
  }

  public void right(UUID newRight) {
    rightId = newRight;
  }
}
