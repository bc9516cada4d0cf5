package dev.ambix.entity;

import dev.ambix.error.UsageException;
import dev.ambix.mapping.Association;
import dev.ambix.mapping.Column.Attribute;
import dev.ambix.mapping.Column.Attribute.Source;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.EntityMapping.Constraint;
import dev.ambix.mapping.Generated;
import dev.ambix.schema.Check;
import dev.ambix.schema.Column;
import dev.ambix.schema.ForeignKey;
import dev.ambix.schema.Index;
import dev.ambix.schema.Names;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.Schema;
import dev.ambix.schema.Sequence;
import dev.ambix.schema.Table;
import dev.ambix.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Turns mappings into tables.
final class Tables {
  private final Map<Class<?>, EntityMapping<?>> targets;
  private final List<EntityMapping<?>> mappings;

  /// @param targets those that foreign keys to a class refer to
  /// @param mappings one for each table
  Tables(Map<Class<?>, EntityMapping<?>> targets, List<EntityMapping<?>> mappings) {
    this.targets = targets;
    this.mappings = mappings;
  }

  Schema schema() {
    return new Schema(
        mappings.stream().map(this::table).sorted(Comparator.comparing(Table::name)).toList());
  }

  /// The foreign keys of an entity.
  ///
  /// @param targets those that foreign keys to a class refer to
  static List<EntityType.Reference> references(
      EntityMapping<?> mapping, Map<Class<?>, EntityMapping<?>> targets) {
    var names = mapping.columns().stream().map(each -> each.attribute().column()).toList();
    var references = new ArrayList<EntityType.Reference>();
    for (var constraint : mapping.constraints()) {
      if (constraint instanceof Constraint.Reference reference) {
        references.add(
            new EntityType.Reference(
                reference.columns().stream().map(names::indexOf).toList(),
                association(mapping, reference.columns()),
                Objects.requireNonNull(targets.get(reference.target())).type(),
                reference.deferred(),
                reference.onDelete(),
                mapping instanceof Part<?> && reference.columns().equals(keyColumns(mapping))));
      }
    }
    return references;
  }

  private static OptionalInt association(EntityMapping<?> mapping, List<String> columns) {
    return IntStream.range(0, mapping.associations().size())
        .filter(each ->
            mapping.associations().get(each) instanceof Association.Reference<?, ?> reference
                && reference.table().equals(mapping.table())
                && reference.columns().equals(columns))
        .findFirst();
  }

  private Table table(EntityMapping<?> mapping) {
    var name = mapping.table();
    var uniqueKeys = new ArrayList<UniqueKey>();
    var indexes = new ArrayList<Index>();
    var foreignKeys = new ArrayList<ForeignKey>();
    var checks = new ArrayList<Check>();
    for (var constraint : mapping.constraints()) {
      switch (constraint) {
        case Constraint.Unique(String given, List<String> columns) ->
            uniqueKeys.add(new UniqueKey(name(given, "uq", name, columns), columns));
        case Constraint.Indexed index -> indexes.add(index(name, index));
        case Constraint.Check(String given, String sql) -> checks.add(new Check(given, sql));
        case Constraint.Reference reference -> foreignKeys.add(foreignKey(mapping, reference));
      }
    }
    var columns = mapping.columns().stream().map(each -> column(each.attribute())).toList();
    return new Table(
        name,
        columns,
        primaryKey(mapping),
        uniqueKeys,
        foreignKeys,
        checks,
        indexes,
        sequence(mapping));
  }

  private static Index index(String table, Constraint.Indexed index) {
    return new Index(
        name(index.name(), "ix", table, index.columns()),
        index.columns().stream().map(Index.Key::column).toList(),
        index.unique(),
        true,
        List.of(),
        index.where().isEmpty() ? Optional.empty() : Optional.of(index.where()),
        "");
  }

  private static String name(String given, String prefix, String table, List<String> columns) {
    return given.isEmpty() ? Names.of(prefix, table, columns) : given;
  }

  private static Column column(Attribute<?, ?> attribute) {
    return new Column(
        attribute.column(),
        attribute.type().sqlType(),
        attribute.nullable(),
        attribute.defaultValue(),
        attribute.source() == Source.IDENTITY);
  }

  private static PrimaryKey primaryKey(EntityMapping<?> mapping) {
    return new PrimaryKey(Names.of("pk", mapping.table(), List.of()), keyColumns(mapping));
  }

  private static List<String> keyColumns(EntityMapping<?> mapping) {
    return mapping.columns().stream()
        .map(column -> column.attribute())
        .filter(Attribute::key)
        .map(Attribute::column)
        .toList();
  }

  private static Optional<Sequence> sequence(EntityMapping<?> mapping) {
    return mapping.columns().stream()
        .map(column -> column.attribute())
        .filter(attribute -> attribute.source() == Source.SEQUENCE)
        .map(attribute ->
            new Sequence(
                Names.of("sq", mapping.table(), List.of(attribute.column())),
                Generated.Strategy.BLOCK))
        .findFirst();
  }

  private ForeignKey foreignKey(EntityMapping<?> mapping, Constraint.Reference reference) {
    var target = targets.get(reference.target());
    if (target == null) {
      throw new UsageException(
          "NotMapped",
          mapping.type().getSimpleName()
              + "."
              + String.join(", ", reference.columns())
              + ": it refers to "
              + reference.target().getName()
              + ", which is not an entity of this database."
              + " Pass its mapping to Database.builder(url).mappings(…) too.");
    }
    var columns = reference.columns();
    return new ForeignKey(
        Names.of("fk", mapping.table(), columns),
        columns,
        target.table(),
        keyColumns(target),
        reference.onDelete(),
        reference.deferred());
  }
}
