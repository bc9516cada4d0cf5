package dev.ambix.conformance.circle;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.References;
import dev.ambix.mapping.Table;
import java.util.UUID;

/// Cannot be without a [Left], which cannot be without it.
@Entity
@Table("rights")
public final class Right {
  @Id @Generated private UUID id;

  @References(Left.class)
  private UUID leftId;

  Right() {}

  public Right(UUID leftId) {
    this.leftId = leftId;
  }

  public UUID id() {
    return id;
  }

  public UUID left() {
    return leftId;
  }

  public void left(UUID newLeft) {
    leftId = newLeft;
  }
}
