package dev.ambix.conformance.blog;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;

/// Is made of lines, and made by a user.
@Entity
@Table("blog_orders")
public final class Order {
  @Id
  @Generated(Generated.Strategy.SEQUENCE)
  private long id;

  @ManyToOne private final Ref<User> buyer = Ref.of();

  @OneToMany(mappedBy = "order", orphanRemoval = true)
  @OrderBy("number")
  private final Many<OrderLine> lines = Many.of();

  Order() {}

  public Order(User buyer) {
    this.buyer.set(buyer);
  }

  public long id() {
    return id;
  }

  public Ref<User> buyer() {
    return buyer;
  }

  public Many<OrderLine> lines() {
    return lines;
  }
}
