package dev.ambix.conformance.shop;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Table;

/// A composite, natural key.
@Entity
@Table("stock")
public final class Stock {
  @Id private String warehouse;
  @Id private int shelf;
  private int pieces;

  Stock() {}

  public Stock(String warehouse, int shelf, int pieces) {
    this.warehouse = warehouse;
    this.shelf = shelf;
    this.pieces = pieces;
  }

  public String warehouse() {
    return warehouse;
  }

  public int shelf() {
    return shelf;
  }

  public int pieces() {
    return pieces;
  }

  public void pieces(int newPieces) {
    pieces = newPieces;
  }
}
