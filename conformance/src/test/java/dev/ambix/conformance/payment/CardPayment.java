package dev.ambix.conformance.payment;

import dev.ambix.mapping.Default;
import dev.ambix.mapping.Entity;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Unique;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Adds a unique number, a reference, and an attribute with a default.
@Entity
public final class CardPayment extends Payment {
  @Unique private String number;

  @ManyToOne private final Ref<Bank> bank = Ref.of();

  @Default("visa")
  private @Nullable String scheme;

  private int attempts;

  CardPayment() {}

  public CardPayment(Payer payer, BigDecimal amount, String number, Bank bank) {
    super(payer, amount);
    this.number = number;
    this.bank.set(bank);
  }

  public String number() {
    return number;
  }

  public void number(String newNumber) {
    number = newNumber;
  }

  public Ref<Bank> bank() {
    return bank;
  }

  public @Nullable String scheme() {
    return scheme;
  }

  public int attempts() {
    return attempts;
  }
}
