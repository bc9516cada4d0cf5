package dev.ambix.conformance.asset;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Table;

/// Adds nothing: its table has a key alone.
@Entity
@Table("ideas")
public final class Idea extends Asset {
  Idea() {}

  public Idea(String name) {
    super(name);
  }
}
