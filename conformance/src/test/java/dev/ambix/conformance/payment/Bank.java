package dev.ambix.conformance.payment;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.Table;

/// A bank, which gives out cards.
@Entity
@Table("banks")
public final class Bank {
  @Id @Generated private long id;
  private String name;

  @OneToMany(mappedBy = "bank", orphanRemoval = true)
  private final Many<CardPayment> cards = Many.of();

  Bank() {}

  public Bank(String name) {
    this.name = name;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Many<CardPayment> cards() {
    return cards;
  }
}
