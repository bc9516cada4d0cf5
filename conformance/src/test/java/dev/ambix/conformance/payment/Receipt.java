package dev.ambix.conformance.payment;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import org.jspecify.annotations.Nullable;

/// Refers to a payment of any kind, and to one of one kind.
@Entity
@Table("receipts")
public final class Receipt {
  @Id @Generated private long id;

  @ManyToOne private final Ref<Payment> payment = Ref.of();

  @ManyToOne(optional = true)
  private final Ref<CardPayment> card = Ref.of();

  Receipt() {}

  public Receipt(Payment payment, @Nullable CardPayment card) {
    this.payment.set(payment);
    this.card.set(card);
  }

  public long id() {
    return id;
  }

  public Ref<Payment> payment() {
    return payment;
  }

  public Ref<CardPayment> card() {
    return card;
  }
}
