package dev.ambix.entity;

import dev.ambix.mapping.Association;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.HierarchyMapping;
import dev.ambix.mapping.ProjectionMapping;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Works out what sessions need to know of mappings.
final class Catalog {
  private final Map<Class<?>, EntityMapping<?>> mappings;
  private final Map<Class<?>, ProjectionMapping<?>> projections;
  private final Map<Class<?>, EntityMapping<?>> byClass = new HashMap<>();

  /// What foreign keys to a class refer to.
  private final Map<Class<?>, EntityMapping<?>> targets = new HashMap<>();

  private final Map<EntityMapping<?>, List<? extends Part<?>>> parts = new HashMap<>();
  private final Map<Association<?, ?>, Link.Mapping<?, ?>> links = new HashMap<>();
  private final Schema schema;
  private final Map<String, Table> tables;
  private final Map<String, Ranks.Rank> ranks;

  /// @param given all mappings, by class; those of subtypes stand beside those of their roots
  Catalog(Map<Class<?>, EntityMapping<?>> given, Map<Class<?>, ProjectionMapping<?>> projections) {
    this.mappings = new HashMap<>(given);
    this.projections = projections;
    given.values().forEach(this::withoutSubtypes);
    byClass.putAll(mappings);
    targets.putAll(mappings);
    mappings.values().forEach(this::addSubtypes);
    mappings.values().forEach(this::addLinks);
    var all = new ArrayList<EntityMapping<?>>(links.values());
    for (var mapping : mappings.values()) {
      all.addAll(parts.getOrDefault(mapping, List.of()));
      if (!parts.containsKey(mapping)) {
        all.add(mapping);
      }
    }
    this.schema = new Tables(targets, all).schema();
    this.tables =
        schema.tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
    this.ranks = Ranks.of(schema);
  }

  private void withoutSubtypes(EntityMapping<?> mapping) {
    if (mapping instanceof HierarchyMapping<?> hierarchy) {
      hierarchy.subtypes().forEach(subtype -> mappings.remove(subtype.type()));
    }
  }

  private <E> void addSubtypes(EntityMapping<E> mapping) {
    if (!(mapping instanceof HierarchyMapping<E> hierarchy)) {
      return;
    }
    boolean joined =
        hierarchy.subtypes().stream().anyMatch(each -> !each.table().equals(mapping.table()));
    var itsParts = joined ? Part.of(hierarchy) : List.<Part<E>>of();
    for (var subtype : hierarchy.subtypes()) {
      for (Class<?> type = subtype.type();
          type != null && type != mapping.type();
          type = type.getSuperclass()) {
        byClass.put(type, mapping);
        targets.put(type, mapping);
      }
    }
    if (joined) {
      parts.put(mapping, itsParts);
      itsParts.forEach(part -> targets.put(part.type(), part));
    }
  }

  private <E> void addLinks(EntityMapping<E> mapping) {
    for (var association : mapping.associations()) {
      if (association instanceof Association.Linked<E, ?> linked && linked.isOwner()) {
        links.put(linked, Link.Mapping.of(mapping, linked));
      }
    }
  }

  Entities entities() {
    var types = new HashMap<EntityMapping<?>, EntityType<?>>();
    mappings.values().forEach(mapping -> types.put(mapping, whole(mapping)));
    var entities = new HashMap<Class<?>, EntityType<?>>();
    byClass.forEach((type, mapping) -> entities.put(type, type(types, mapping)));
    var byTable = new HashMap<String, EntityType<?>>();
    types.forEach((mapping, type) -> {
      byTable.put(mapping.table(), type);
      parts.getOrDefault(mapping, List.of()).forEach(part -> byTable.put(part.table(), type));
    });
    var linkTypes = new HashMap<Association<?, ?>, EntityType<?>>();
    links.forEach((association, mapping) -> linkTypes.put(association, whole(mapping)));
    return new Entities(entities, byTable, linkTypes, projections, schema);
  }

  private static EntityType<?> type(
      Map<EntityMapping<?>, EntityType<?>> types, EntityMapping<?> mapping) {
    return Objects.requireNonNull(types.get(mapping));
  }

  @SuppressWarnings("unchecked") // the parts of a mapping are of its entity
  private <E> EntityType<E> whole(EntityMapping<E> mapping) {
    var itsParts = (List<Part<E>>) (List<?>) parts.getOrDefault(mapping, List.of());
    var references =
        itsParts.isEmpty()
            ? Tables.references(mapping, targets)
            : itsParts.stream()
                .flatMap(part ->
                    Tables.references(part, targets).stream()
                        .filter(each -> !each.same())
                        .map(each -> each.in(part.positions())))
                .toList();
    return type(
        mapping,
        references,
        itsParts.stream()
            .map(part -> type(part, Tables.references(part, targets), List.<EntityType<E>>of()))
            .toList());
  }

  private <E> EntityType<E> type(
      EntityMapping<E> mapping,
      List<EntityType.Reference> references,
      List<EntityType<E>> itsParts) {
    return new EntityType<>(
        mapping,
        Objects.requireNonNull(tables.get(mapping.table())),
        references,
        new Inverses(byClass).of(mapping),
        itsParts,
        Objects.requireNonNull(ranks.get(mapping.table())));
  }
}
