package dev.ambix.conformance.payment;

import dev.ambix.mapping.Entity;
import java.math.BigDecimal;

/// Adds an attribute of its own to what stands between.
@Entity
public final class DirectDebit extends BankPayment {
  private boolean returned;

  DirectDebit() {}

  public DirectDebit(Payer payer, BigDecimal amount, String account) {
    super(payer, amount, account);
  }

  public boolean returned() {
    return returned;
  }

  public void giveBack() {
    returned = true;
  }
}
