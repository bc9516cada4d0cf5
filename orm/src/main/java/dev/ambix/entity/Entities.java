package dev.ambix.entity;

import dev.ambix.error.UsageException;
import dev.ambix.mapping.Association;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.Mapping;
import dev.ambix.mapping.ProjectionMapping;
import dev.ambix.schema.Schema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The entities and projections of a database. Immutable and safe for any thread.
public final class Entities {
  private final Map<Class<?>, EntityType<?>> entities;
  private final Map<Association<?, ?>, EntityType<?>> links;
  private final Map<String, EntityType<?>> byTable;
  private final Map<Class<?>, ProjectionMapping<?>> projections;
  private final Schema schema;

  private Entities(
      Map<Class<?>, EntityType<?>> entities,
      Map<Association<?, ?>, EntityType<?>> links,
      Map<Class<?>, ProjectionMapping<?>> projections,
      Schema schema) {
    this.entities = Map.copyOf(entities);
    this.links = Map.copyOf(links);
    this.byTable =
        entities.values().stream()
            .collect(Collectors.toUnmodifiableMap(type -> type.table().name(), type -> type));
    this.projections = Map.copyOf(projections);
    this.schema = schema;
  }

  /// Works out what sessions need to know of these mappings.
  public static Entities of(Collection<? extends Mapping<?>> mappings) {
    var byClass = new HashMap<Class<?>, EntityMapping<?>>();
    var projections = new HashMap<Class<?>, ProjectionMapping<?>>();
    for (var mapping : mappings) {
      switch (mapping) {
        case EntityMapping<?> entity -> byClass.put(entity.type(), entity);
        case ProjectionMapping<?> projection -> projections.put(projection.type(), projection);
      }
    }
    var linked = links(byClass.values());
    var schema = new Tables(byClass, linked.values()).schema();
    var ranks = Ranks.of(schema);
    var entities = new HashMap<Class<?>, EntityType<?>>();
    byClass.values().forEach(mapping -> entities.put(mapping.type(), type(mapping, schema, ranks)));
    var links = new HashMap<Association<?, ?>, EntityType<?>>();
    linked.forEach((association, mapping) -> links.put(association, type(mapping, schema, ranks)));
    return new Entities(entities, links, projections, schema);
  }

  /// The tables of links, by the associations that have them.
  private static Map<Association<?, ?>, Link.Mapping<?, ?>> links(
      Collection<EntityMapping<?>> mappings) {
    var links = new HashMap<Association<?, ?>, Link.Mapping<?, ?>>();
    mappings.forEach(mapping -> addLinks(mapping, links));
    return links;
  }

  private static <E> void addLinks(
      EntityMapping<E> mapping, Map<Association<?, ?>, Link.Mapping<?, ?>> links) {
    for (var association : mapping.associations()) {
      if (association instanceof Association.Linked<E, ?> linked && linked.isOwner()) {
        links.put(linked, Link.Mapping.of(mapping, linked));
      }
    }
  }

  private static <E> EntityType<E> type(
      EntityMapping<E> mapping, Schema schema, Map<String, Ranks.Rank> ranks) {
    var table =
        schema.tables().stream()
            .filter(each -> each.name().equals(mapping.table()))
            .findFirst()
            .orElseThrow();
    return new EntityType<>(
        mapping,
        table,
        Tables.references(mapping),
        Objects.requireNonNull(ranks.get(table.name())));
  }

  /// The entity of this class.
  public <E> EntityType<E> entity(Class<E> type) {
    return findEntity(type)
        .orElseThrow(() ->
            new UsageException(
                "NotMapped",
                type.getName()
                    + ": it is not an entity of this database. Annotate it with @Entity and"
                    + " compile it with ambix-processor, or pass its mapping to"
                    + " Database.builder(url).mappings(…)."));
  }

  /// The entity of this class, if it is one.
  @SuppressWarnings("unchecked") // the map's values are of their keys' classes
  public <E> Optional<EntityType<E>> findEntity(Class<E> type) {
    return Optional.ofNullable((EntityType<E>) entities.get(type));
  }

  /// The entity of this object.
  @SuppressWarnings("unchecked") // entities are final classes
  public <E> EntityType<E> entityOf(E object) {
    return entity((Class<E>) object.getClass());
  }

  /// The projection of this class, if it is one.
  @SuppressWarnings("unchecked") // the map's values are of their keys' classes
  public <P> Optional<ProjectionMapping<P>> findProjection(Class<P> type) {
    return Optional.ofNullable((ProjectionMapping<P>) projections.get(type));
  }

  /// The table of links of an association that has one.
  @SuppressWarnings("unchecked") // the links of an association are of its entities
  public <S, T> EntityType<Link<S, T>> links(Association.Linked<S, T> association) {
    return (EntityType<Link<S, T>>) Objects.requireNonNull(links.get(association), "links");
  }

  /// The entity of the table of this name, if there is one.
  public Optional<EntityType<?>> ofTable(String table) {
    return Optional.ofNullable(byTable.get(table));
  }

  /// All entities, in no order.
  public List<EntityType<?>> all() {
    return List.copyOf(entities.values());
  }

  /// The tables of all entities, in the order of their names.
  public Schema schema() {
    return schema;
  }
}
