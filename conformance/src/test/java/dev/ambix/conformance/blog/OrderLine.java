package dev.ambix.conformance.blog;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.schema.OnDelete;

/// Is known by its order and its number there.
@Entity
@Table("order_lines")
public final class OrderLine {
  @Id
  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<Order> order = Ref.of();

  @Id private int number;
  private String product;
  private int pieces;

  @OneToMany(mappedBy = "line", orphanRemoval = true)
  private final Many<Parcel> parcels = Many.of();

  OrderLine() {}

  public OrderLine(Order order, int number, String product, int pieces) {
    this.order.set(order);
    this.number = number;
    this.product = product;
    this.pieces = pieces;
  }

  public Ref<Order> order() {
    return order;
  }

  public int number() {
    return number;
  }

  public String product() {
    return product;
  }

  public int pieces() {
    return pieces;
  }

  public void pieces(int newPieces) {
    pieces = newPieces;
  }

  public Many<Parcel> parcels() {
    return parcels;
  }
}
