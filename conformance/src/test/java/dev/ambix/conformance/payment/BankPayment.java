package dev.ambix.conformance.payment;

import dev.ambix.mapping.Entity;
import java.math.BigDecimal;

/// Stands between the root and two subtypes.
@Entity
public abstract sealed class BankPayment extends Payment permits Transfer, DirectDebit {
  private String account;

  BankPayment() {}

  BankPayment(Payer payer, BigDecimal amount, String account) {
    super(payer, amount);
    this.account = account;
  }

  public String account() {
    return account;
  }

  public void account(String newAccount) {
    account = newAccount;
  }
}
