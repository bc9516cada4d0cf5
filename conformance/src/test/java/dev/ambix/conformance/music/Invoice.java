package dev.ambix.conformance.music;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Index;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Precision;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/// What a customer bought on a day. Its total is written down, and may be wrong.
@Entity
@Table("invoices")
public final class Invoice {
  @Id @Generated private long id;

  @ManyToOne private final Ref<Customer> customer = Ref.of();

  @Index private LocalDate date;

  @Precision(value = 9, scale = 2)
  private BigDecimal total;

  @OneToMany(mappedBy = "invoice", orphanRemoval = true)
  @OrderBy("number")
  private final Many<InvoiceLine> lines = Many.of();

  Invoice() {}

  public Invoice(Customer customer, LocalDate date) {
    this.customer.set(customer);
    this.date = date;
  }

  public long id() {
    return id;
  }

  public Ref<Customer> customer() {
    return customer;
  }

  public LocalDate date() {
    return date;
  }

  public BigDecimal total() {
    return total;
  }

  public Many<InvoiceLine> lines() {
    return lines;
  }

  public void charge(BigDecimal amount) {
    total = amount;
  }
}
