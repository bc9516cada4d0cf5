package dev.ambix.conformance.payment;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.Table;

/// Somebody who pays.
@Entity
@Table("payers")
public final class Payer {
  @Id @Generated private long id;
  private String name;

  @OneToMany(mappedBy = "payer", orphanRemoval = true)
  private final Many<Payment> payments = Many.of();

  Payer() {}

  public Payer(String name) {
    this.name = name;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Many<Payment> payments() {
    return payments;
  }
}
