package dev.ambix.conformance.payment;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Inheritance;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.Precision;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.UpdatedAt;
import dev.ambix.mapping.Version;
import dev.ambix.schema.OnDelete;
import java.math.BigDecimal;
import java.time.Instant;

/// A payment of any kind.
@Entity
@Table("payments")
@Inheritance(Inheritance.Strategy.SINGLE_TABLE)
public abstract sealed class Payment permits CardPayment, CashPayment, BankPayment {
  @Id @Generated private long id;

  @Precision(value = 12, scale = 2)
  private BigDecimal amount;

  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<Payer> payer = Ref.of();

  @UpdatedAt private Instant updatedAt;
  @Version private int version;

  Payment() {}

  Payment(Payer payer, BigDecimal amount) {
    this.payer.set(payer);
    this.amount = amount;
  }

  public long id() {
    return id;
  }

  public BigDecimal amount() {
    return amount;
  }

  public void amount(BigDecimal newAmount) {
    amount = newAmount;
  }

  public Ref<Payer> payer() {
    return payer;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public int version() {
    return version;
  }
}
