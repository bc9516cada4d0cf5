package dev.ambix.conformance.music;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.Precision;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.schema.OnDelete;
import java.math.BigDecimal;

/// Some copies of a track at the price of the day. Is known by its invoice and its number there.
@Entity
@Table("invoice_lines")
public final class InvoiceLine {
  @Id
  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<Invoice> invoice = Ref.of();

  @Id private int number;

  @ManyToOne private final Ref<Track> track = Ref.of();

  private int copies;

  @Precision(value = 6, scale = 2)
  private BigDecimal price;

  InvoiceLine() {}

  public InvoiceLine(Invoice invoice, int number, Track track, int copies, BigDecimal price) {
    this.invoice.set(invoice);
    this.number = number;
    this.track.set(track);
    this.copies = copies;
    this.price = price;
  }

  public Ref<Invoice> invoice() {
    return invoice;
  }

  public int number() {
    return number;
  }

  public Ref<Track> track() {
    return track;
  }

  public int copies() {
    return copies;
  }

  public BigDecimal price() {
    return price;
  }

  /// The price of all copies.
  public BigDecimal amount() {
    return price.multiply(BigDecimal.valueOf(copies));
  }
}
