package dev.ambix.conformance.music;

import dev.ambix.mapping.Embedded;
import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Length;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.ManyToMany;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.OrderBy;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;
import dev.ambix.schema.OnDelete;
import org.jspecify.annotations.Nullable;

/// Buys tracks, is looked after by an employee, and has favourite artists.
@Entity
@Table("music_customers")
public final class Customer {
  @Id @Generated private long id;

  @Unique
  @Length(80)
  private String name;

  @Embedded private Place place;

  @ManyToOne(optional = true, onDelete = OnDelete.SET_NULL)
  private final Ref<Employee> support = Ref.of();

  @ManyToMany(table = "customer_favourites")
  private final Many<Artist> favourites = Many.of();

  @OneToMany(mappedBy = "customer", orphanRemoval = true)
  @OrderBy("id")
  private final Many<Invoice> invoices = Many.of();

  Customer() {}

  public Customer(String name, Place place, @Nullable Employee support) {
    this.name = name;
    this.place = place;
    this.support.set(support);
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Place place() {
    return place;
  }

  public Ref<Employee> support() {
    return support;
  }

  public Many<Artist> favourites() {
    return favourites;
  }

  public Many<Invoice> invoices() {
    return invoices;
  }

  /// Where somebody lives.
  public record Place(String city, String country) {}
}
