package dev.ambix.conformance.asset;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.Many;
import dev.ambix.mapping.OneToMany;
import dev.ambix.mapping.Table;

/// Holds vehicles.
@Entity
@Table("garages")
public final class Garage {
  @Id @Generated private long id;
  private String place;

  @OneToMany(mappedBy = "garage")
  private final Many<Vehicle> vehicles = Many.of();

  Garage() {}

  public Garage(String place) {
    this.place = place;
  }

  public long id() {
    return id;
  }

  public String place() {
    return place;
  }

  public Many<Vehicle> vehicles() {
    return vehicles;
  }
}
