package dev.ambix.conformance.asset;

import dev.ambix.mapping.Entity;
import dev.ambix.mapping.ManyToOne;
import dev.ambix.mapping.Ref;
import dev.ambix.mapping.Table;
import dev.ambix.mapping.Unique;
import org.jspecify.annotations.Nullable;

/// Adds a unique plate, a column that houses have too, and a reference.
@Entity
@Table("vehicles")
public final class Vehicle extends Asset {
  @Unique private String plate;
  private int size;

  @ManyToOne(optional = true)
  private final Ref<Garage> garage = Ref.of();

  Vehicle() {}

  public Vehicle(String name, String plate, int size, @Nullable Garage garage) {
    super(name);
    this.plate = plate;
    this.size = size;
    this.garage.set(garage);
  }

  public String plate() {
    return plate;
  }

  public void plate(String newPlate) {
    plate = newPlate;
  }

  public int size() {
    return size;
  }

  public Ref<Garage> garage() {
    return garage;
  }
}
