package dev.ambix.conformance.inheritance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.conformance.EveryEngine;
import dev.ambix.conformance.asset.Asset;
import dev.ambix.conformance.asset.Asset_;
import dev.ambix.conformance.asset.Garage;
import dev.ambix.conformance.asset.House;
import dev.ambix.conformance.asset.Idea;
import dev.ambix.conformance.asset.Vehicle;
import dev.ambix.session.Session;
import dev.ambix.testing.AllowRepeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Random additions, changes and removals of a joined hierarchy leave in the database what the
/// program has done.
@EveryEngine
class RandomHierarchyTest {
  private static final int ROUNDS = 20;
  private static final int STEPS = 25;

  @Test
  @AllowRepeats
  void rowsAreWhatTheObjectsWere(Session db) {
    var garage = db.add(new Garage("north"));
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = new Random(seed);
      var alive = new ArrayList<>(db.select(Asset.class).orderBy(Asset_.id.asc()).list());
      for (int step = 0; step < STEPS; step++) {
        step(db, random, alive, garage, seed + "-" + step);
      }
      var expected = texts(alive);
      db.commit();
      db.rollback();
      garage = db.select(Garage.class).single();

      assertThat(texts(db.select(Asset.class).list())).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static void step(
      Session db, Random random, List<Asset> alive, Garage garage, String name) {
    switch (random.nextInt(7)) {
      case 0 -> alive.add(db.add(new Vehicle(name, name, random.nextInt(9), garage)));
      case 1 -> alive.add(db.add(new House(name, random.nextInt(9))));
      case 2 -> alive.add(db.add(new Idea(name)));
      case 3, 4 -> change(random, alive, name);
      case 5 -> {
        if (!alive.isEmpty()) {
          db.remove(alive.remove(random.nextInt(alive.size())));
        }
      }
      default -> db.flush();
    }
  }

  private static void change(Random random, List<Asset> alive, String name) {
    if (alive.isEmpty()) {
      return;
    }
    var asset = alive.get(random.nextInt(alive.size()));
    if (random.nextBoolean()) {
      asset.name(name);
    }
    switch (asset) {
      case Vehicle vehicle -> {
        vehicle.plate(name);
        if (random.nextBoolean()) {
          vehicle.garage().set(null);
        }
      }
      case House house -> house.size(random.nextInt(9));
      case Idea _ -> {}
    }
  }

  /// What the rows hold, by name.
  private static Map<String, String> texts(List<Asset> assets) {
    var texts = new TreeMap<String, String>();
    for (var asset : assets) {
      texts.put(
          asset.name(),
          switch (asset) {
            case Vehicle vehicle ->
                "vehicle " + vehicle.plate() + vehicle.size() + vehicle.garage().isEmpty();
            case House house -> "house " + house.size();
            case Idea _ -> "idea";
          });
    }
    return texts;
  }
}
