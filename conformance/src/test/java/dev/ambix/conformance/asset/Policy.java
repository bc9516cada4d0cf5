package dev.ambix.conformance.asset;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.Generated;
import dev.ambix.mapping.Id;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.schema.OnDelete;
import org.jspecify.annotations.Nullable;

/// Refers to an asset of any kind, and to a vehicle.
@Entity
@Table("policies")
public final class Policy {
  @Id @Generated private long id;

  @ManyToOne(onDelete = OnDelete.CASCADE)
  private final Ref<Asset> asset = Ref.of();

  @ManyToOne(optional = true, onDelete = OnDelete.SET_NULL)
  private final Ref<Vehicle> vehicle = Ref.of();

  Policy() {}

  public Policy(Asset asset, @Nullable Vehicle vehicle) {
    this.asset.set(asset);
    this.vehicle.set(vehicle);
  }

  public long id() {
    return id;
  }

  public Ref<Asset> asset() {
    return asset;
  }

  public Ref<Vehicle> vehicle() {
    return vehicle;
  }
}
