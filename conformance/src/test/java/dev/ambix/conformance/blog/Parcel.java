package dev.ambix.conformance.blog;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.schema.OnDelete;

/// Brings some pieces of a line: its key is that of the line and a number. It may replace another.
@Entity
@Table("parcels")
public final class Parcel {
  @Id
  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<OrderLine> line = Ref.of();

  @Id private int number;
  private int pieces;

  @ManyToOne(
      optional = true,
      columns = {"old_order_id", "old_line", "old_number"})
  private final Ref<Parcel> replaced = Ref.of();

  Parcel() {}

  public Parcel(OrderLine line, int number, int pieces) {
    this.line.set(line);
    this.number = number;
    this.pieces = pieces;
  }

  public Ref<OrderLine> line() {
    return line;
  }

  public int number() {
    return number;
  }

  public int pieces() {
    return pieces;
  }

  public void pieces(int newPieces) {
    pieces = newPieces;
  }

  public Ref<Parcel> replaced() {
    return replaced;
  }
}
