package dev.ambix.conformance.payment;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Inheritance;
import java.math.BigDecimal;

/// Adds nothing but its name.
@Entity
@Inheritance.Kind("cash")
public final class CashPayment extends Payment {
  private CashPayment() {}

  public CashPayment(Payer payer, BigDecimal amount) {
    super(payer, amount);
  }
}
