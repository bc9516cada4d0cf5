package dev.ambix.conformance.shop;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Index;
import dev.ambix.mapping.Precision;
import dev.ambix.mapping.References;
import dev.ambix.mapping.Table;
import dev.ambix.schema.OnDelete;
import java.math.BigDecimal;
import java.time.LocalDate;

/// Numbered from a sequence; goes with its customer.
@Entity
@Table("purchases")
@Index({"customerId", "day"})
public final class Purchase {
  @Id
  @Generated(Generated.Strategy.SEQUENCE)
  private long id;

  @References(value = Customer.class, onDelete = OnDelete.CASCADE)
  private long customerId;

  private LocalDate day;

  @Precision(value = 10, scale = 2)
  private BigDecimal total;

  Purchase() {}

  public Purchase(long customerId, LocalDate day, BigDecimal total) {
    this.customerId = customerId;
    this.day = day;
    this.total = total;
  }

  public long id() {
    return id;
  }

  public long customerId() {
    return customerId;
  }

  public LocalDate day() {
    return day;
  }

  public BigDecimal total() {
    return total;
  }
}
