package dev.ambix.conformance.payment;

import dev.ambix.mapping.Entity;
import java.math.BigDecimal;

/// Adds nothing to what stands between.
@Entity
public final class Transfer extends BankPayment {
  Transfer() {}

  public Transfer(Payer payer, BigDecimal amount, String account) {
    super(payer, amount, account);
  }
}
