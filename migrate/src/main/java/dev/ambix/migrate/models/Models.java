package dev.ambix.migrate.models;

import dev.ambix.entity.Entities;
import dev.ambix.mapping.Mapping;
import dev.ambix.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/// The tables of the models.
public final class Models {
  private Models() {}

  /// Those of all entities that the class path of this thread provides.
  public static Schema classPath() {
    var found = new ArrayList<Mapping<?>>();
    for (Mapping<?> mapping : ServiceLoader.load(Mapping.class)) {
      found.add(mapping);
    }
    return of(found);
  }

  /// Those of these entities, such as `new User_()`.
  public static Schema of(List<? extends Mapping<?>> mappings) {
    return Entities.of(List.copyOf(mappings)).schema();
  }
}
