package dev.ambix.migrate.models;

import dev.ambix.entity.Entities;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.EntityMapping.Renamed;
import dev.ambix.mapping.HierarchyMapping;
import dev.ambix.mapping.Mapping;
import dev.ambix.schema.Change;
import dev.ambix.schema.Schema;
import dev.ambix.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// What the models say.
///
/// @param schema their tables
/// @param renames what had another name before, as `@RenamedFrom` says; tables first
public record Models(Schema schema, List<Change.Rename> renames) {
  public Models {
    renames = List.copyOf(renames);
  }

  /// Those of all entities that the class path of this thread provides.
  public static Models classPath() {
    var found = new ArrayList<Mapping<?>>();
    for (Mapping<?> mapping : ServiceLoader.load(Mapping.class)) {
      found.add(mapping);
    }
    return of(found);
  }

  /// Those of these entities, such as `new User_()`.
  public static Models of(List<? extends Mapping<?>> mappings) {
    var renamed =
        mappings.stream()
            .filter(EntityMapping.class::isInstance)
            .flatMap(it -> renamed((EntityMapping<?>) it))
            .distinct()
            .toList();
    var renames = new ArrayList<Change.Rename>();
    for (var each : renamed) {
      if (each.column().isEmpty()) {
        renames.add(
            new Change.RenameTable(TableName.of(each.before()), TableName.of(each.table())));
      }
    }
    for (var each : renamed) {
      if (!each.column().isEmpty()) {
        renames.add(
            new Change.RenameColumn(TableName.of(each.table()), each.before(), each.column()));
      }
    }
    return new Models(Entities.of(List.copyOf(mappings)).schema(), renames);
  }

  private static Stream<Renamed> renamed(EntityMapping<?> mapping) {
    var own = mapping.renames().stream();
    return mapping instanceof HierarchyMapping<?> root
        ? Stream.concat(own, root.subtypes().stream().flatMap(it -> it.renames().stream()))
        : own;
  }
}
