package dev.ambix.conformance.asset;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Table;

/// Adds a column that vehicles have too.
@Entity
@Table("houses")
public final class House extends Asset {
  private int size;

  House() {}

  public House(String name, int size) {
    super(name);
    this.size = size;
  }

  public int size() {
    return size;
  }

  public void size(int newSize) {
    size = newSize;
  }
}
