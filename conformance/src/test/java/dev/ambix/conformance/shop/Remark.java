package dev.ambix.conformance.shop;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.References;
import dev.ambix.mapping.Table;
import dev.ambix.schema.OnDelete;
import org.jspecify.annotations.Nullable;

/// Outlives its customer.
@Entity
@Table("remarks")
public final class Remark {
  @Id @Generated private long id;

  @References(value = Customer.class, onDelete = OnDelete.SET_NULL)
  private @Nullable Long customerId;

  private String text;

  Remark() {}

  public Remark(Customer customer, String text) {
    this.customerId = customer.id();
    this.text = text;
  }

  public long id() {
    return id;
  }

  public @Nullable Long customerId() {
    return customerId;
  }

  public String text() {
    return text;
  }

  public void text(String newText) {
    text = newText;
  }
}
