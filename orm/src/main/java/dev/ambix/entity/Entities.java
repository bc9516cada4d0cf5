package dev.ambix.entity;

import dev.ambix.error.UsageException;
import dev.ambix.mapping.Association;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.HierarchyMapping;
import dev.ambix.mapping.Mapping;
import dev.ambix.mapping.ProjectionMapping;
import dev.ambix.query.Node;
import dev.ambix.schema.Schema;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The entities and projections of a database. Immutable and safe for any thread.
public final class Entities {
  private final Map<Class<?>, EntityType<?>> entities;
  private final Map<Association<?, ?>, EntityType<?>> links;
  private final Map<String, EntityType<?>> byTable;
  private final Map<Class<?>, ProjectionMapping<?>> projections;
  private final Schema schema;

  /// @param entities by class, those of hierarchies by each of their classes
  /// @param byTable by each of their tables
  Entities(
      Map<Class<?>, EntityType<?>> entities,
      Map<String, EntityType<?>> byTable,
      Map<Association<?, ?>, EntityType<?>> links,
      Map<Class<?>, ProjectionMapping<?>> projections,
      Schema schema) {
    this.entities = Map.copyOf(entities);
    this.links = Map.copyOf(links);
    this.byTable = Map.copyOf(byTable);
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
    return new Catalog(byClass, projections).entities();
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

  /// The entity of this class, if it is one; of a subtype in a hierarchy, that of its root, which
  /// reads objects of other subtypes too.
  @SuppressWarnings(
      "unchecked") // the map's values are of their keys' classes, or of a root of them
  public <E> Optional<EntityType<E>> findEntity(Class<E> type) {
    return Optional.ofNullable((EntityType<E>) entities.get(type));
  }

  /// The entity of this object.
  @SuppressWarnings("unchecked") // entities are final classes
  public <E> EntityType<E> entityOf(E object) {
    return entity((Class<E>) object.getClass());
  }

  /// What rows satisfy that are of this class: nothing, unless it is a subtype in a hierarchy.
  public List<Node> narrowing(Class<?> type) {
    var entity = entities.get(type);
    if (entity == null
        || !(entity.mapping() instanceof HierarchyMapping<?> hierarchy)
        || hierarchy.type() == type) {
      return List.of();
    }
    int column = hierarchy.discriminator();
    return List.of(
        new Node.In(
            entity.nodes().get(column),
            List.copyOf(hierarchy.kindsOf(type)),
            entity.sqlType(column)));
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
    return entities.values().stream().distinct().toList();
  }

  /// The tables of all entities, in the order of their names.
  public Schema schema() {
    return schema;
  }
}
