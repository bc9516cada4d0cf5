package dev.ambix.conformance.inheritance;

import dev.ambix.conformance.asset.Policy;
import dev.ambix.conformance.asset.Vehicle;
import dev.ambix.mapping.Projection;
import org.jspecify.annotations.Nullable;

/// A policy with what is seen of its vehicle.
@Projection(of = Policy.class)
public record VehiclePlate(long id, VehiclePlate.@Nullable Seen vehicle) {
  /// What is seen of a vehicle.
  @Projection(of = Vehicle.class)
  public record Seen(String name, String plate) {}
}
