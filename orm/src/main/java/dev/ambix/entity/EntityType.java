package dev.ambix.entity;

import dev.ambix.error.UsageException;
import dev.ambix.mapping.Association;
import dev.ambix.mapping.Column;
import dev.ambix.mapping.Column.Attribute;
import dev.ambix.mapping.Column.Attribute.Source;
import dev.ambix.mapping.EntityMapping;
import dev.ambix.mapping.Ref;
import dev.ambix.query.Node;
import dev.ambix.schema.OnDelete;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a session needs to know of an entity, worked out once when the database is opened. Columns
/// are named by their position in the mapping.
///
/// @param <E> the entity
public final class EntityType<E> {
  private final EntityMapping<E> mapping;
  private final Table table;
  private final List<Integer> keyColumns;
  private final OptionalInt version;
  private final List<Reference> references;
  private final List<List<Integer>> uniqueKeys;
  private final List<List<Integer>> partialKeys;
  private final Map<Source, List<Integer>> sources = new EnumMap<>(Source.class);
  private final List<OptionalInt> inverses;
  private final List<EntityType<E>> parts;
  private final List<Node> nodes;
  private final Shapes shapes;
  private final Ranks.Rank rank;

  /// @param inverses the other side of each association, which is named by its position
  /// @param parts where it is a joined hierarchy, its tables: that of the root first
  EntityType(
      EntityMapping<E> mapping,
      Table table,
      List<Reference> references,
      List<OptionalInt> inverses,
      List<EntityType<E>> parts,
      Ranks.Rank rank) {
    this.parts = List.copyOf(parts);
    this.mapping = mapping;
    this.table = table;
    this.references = List.copyOf(references);
    this.rank = rank;
    this.keyColumns = mapping.keyColumns();
    for (var source : Source.values()) {
      sources.put(source, positions(attribute -> attribute.source() == source));
    }
    this.version = positions(Source.VERSION).stream().mapToInt(Integer::intValue).findFirst();
    this.inverses = List.copyOf(inverses);
    this.nodes = mapping.columns().stream().map(Column::node).toList();
    var keys = new ArrayList<List<Integer>>();
    keys.add(keyColumns);
    table.uniqueKeys().forEach(key -> keys.add(positions(key.columns())));
    keys.addAll(uniqueIndexes(table, false));
    this.uniqueKeys = List.copyOf(keys);
    this.partialKeys = uniqueIndexes(table, true);
    this.shapes = new Shapes(mapping.columns().size(), keyColumns, version.isPresent());
  }

  /// How the entity is read and written.
  public EntityMapping<E> mapping() {
    return mapping;
  }

  /// The simple name of its class, as users know it.
  public String name() {
    return mapping.type().getSimpleName();
  }

  /// Its table.
  public Table table() {
    return table;
  }

  /// Itself, or the root's table alone where it is a joined hierarchy.
  public EntityType<E> own() {
    return parts.isEmpty() ? this : parts.getFirst();
  }

  /// Whether objects of it stand in several tables.
  public boolean isJoined() {
    return !parts.isEmpty();
  }

  /// The tables that this object of a joined hierarchy stands in, each as an entity of its own.
  public List<EntityType<E>> tables(E entity) {
    return parts.stream().filter(each -> ((Part<E>) each.mapping).holds(entity)).toList();
  }

  /// Where it is one table of a joined hierarchy, the positions of its columns there.
  public List<Integer> positions() {
    return ((Part<E>) mapping).positions();
  }

  /// The columns of the primary key, in order.
  public List<Integer> keyColumns() {
    return keyColumns;
  }

  /// The column that counts the changes of a row.
  public OptionalInt version() {
    return version;
  }

  /// The foreign keys.
  public List<Reference> references() {
    return references;
  }

  private List<List<Integer>> uniqueIndexes(Table table, boolean partial) {
    return table.indexes().stream()
        .filter(index -> index.unique() && index.predicate().isPresent() == partial)
        .map(index -> positions(index.columns()))
        .toList();
  }

  private List<Integer> positions(List<String> names) {
    return names.stream().map(this::position).toList();
  }

  /// The primary key and the other unique keys.
  public List<List<Integer>> uniqueKeys() {
    return uniqueKeys;
  }

  /// The columns that are unique among some of the rows.
  public List<List<Integer>> partialKeys() {
    return partialKeys;
  }

  /// The association of the other entity that is the other side of this one, if it has one. Both
  /// are named by their position.
  public OptionalInt inverse(int association) {
    return inverses.get(association);
  }

  /// The position of an association.
  public int position(Association<?, ?> association) {
    return mapping.position(association);
  }

  /// All columns of a row of another origin, in order.
  public List<Node> nodes(Node.Origin origin) {
    return mapping.columns().stream().map(column -> column.attribute().in(origin)).toList();
  }

  /// The primary key of an object, or null while the database has yet to number a part of it.
  public @Nullable Object knownKey(E entity) {
    var key = key(entity);
    var parts = key instanceof List<?> list ? list : List.of();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Number number
          && number.longValue() == 0
          && isReferring(keyColumns.get(i))) {
        return null;
      }
    }
    return key instanceof Number number && number.longValue() == 0 ? null : key;
  }

  private boolean isReferring(int column) {
    return references.stream().anyMatch(each -> each.columns().contains(column));
  }

  /// All columns as a query reads them, in order.
  public List<Node> nodes() {
    return nodes;
  }

  /// Which sets of columns its UPDATE statements name.
  public Shapes shapes() {
    return shapes;
  }

  /// The place of its table when parents stand before their children; equal for tables in a cycle.
  public int rank() {
    return rank.number();
  }

  /// Whether rows of its table may refer, directly or through others, to rows of its table.
  public boolean inCycle() {
    return rank.inCycle();
  }

  /// What there is to know of a column.
  public Attribute<E, ?> attribute(int column) {
    return mapping.columns().get(column).attribute();
  }

  /// The name of a column in the database.
  public String columnName(int column) {
    return attribute(column).column();
  }

  /// The SQL type of a column.
  public SqlType sqlType(int column) {
    return attribute(column).type().sqlType();
  }

  /// The columns whose value this source sets.
  public List<Integer> positions(Source source) {
    return Objects.requireNonNull(sources.get(source));
  }

  private List<Integer> positions(Predicate<Attribute<E, ?>> condition) {
    return IntStream.range(0, mapping.columns().size())
        .filter(column -> condition.test(attribute(column)))
        .boxed()
        .toList();
  }

  /// The position of the column of this name.
  public int position(String column) {
    return IntStream.range(0, mapping.columns().size())
        .filter(each -> columnName(each).equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no column " + column));
  }

  /// The primary key of an object: the column value, or a list of them for a composite key. Null
  /// where a part is null.
  public @Nullable Object key(E entity) {
    return mapping.key(entity);
  }

  /// The primary key in a row.
  ///
  /// @param first where the first column of the entity stands
  /// @return null where a part is NULL
  public @Nullable Object key(Row row, int first) {
    if (keyColumns.size() == 1) {
      return columnValue(row, first, keyColumns.getFirst());
    }
    var values = new ArrayList<Object>(keyColumns.size());
    for (var column : keyColumns) {
      var value = columnValue(row, first, column);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  private @Nullable Object columnValue(Row row, int first, int column) {
    return mapping.columns().get(column).type().columnValue(row, first + column);
  }

  /// The primary key that a user means: the attribute's value, or a list of them for a composite
  /// key.
  public Object keyOf(Object given) {
    if (keyColumns.size() == 1) {
      return keyPart(keyColumns.getFirst(), given);
    }
    if (!(given instanceof List<?> parts) || parts.size() != keyColumns.size()) {
      throw new UsageException(
          "KeyType",
          name()
              + ": got one value as a key of "
              + keyColumns.size()
              + " columns, expected List.of(…) with a value for each, in order.");
    }
    var values = new ArrayList<Object>();
    for (int i = 0; i < parts.size(); i++) {
      values.add(keyPart(keyColumns.get(i), Objects.requireNonNull(parts.get(i), "key")));
    }
    return values;
  }

  private Object keyPart(int column, Object given) {
    var attribute = attribute(column);
    var value =
        given instanceof Integer number && attribute.type().javaType() == Long.class
            ? (Object) number.longValue()
            : given;
    if (!attribute.type().javaType().isInstance(value)) {
      throw new UsageException(
          "KeyType",
          name()
              + "."
              + attribute.name()
              + ": got a key of type "
              + given.getClass().getSimpleName()
              + ", expected "
              + attribute.type().javaType().getSimpleName()
              + ".");
    }
    return Objects.requireNonNull(toColumn(attribute, value), "key");
  }

  private static <T> @Nullable Object toColumn(Attribute<?, T> attribute, Object value) {
    return attribute.type().toColumn(attribute.type().javaType().cast(value));
  }

  /// The object that a to-one association leads to, if it is there.
  public @Nullable Object target(E entity, int association) {
    return peek(mapping.associations().get(association), mapping.association(entity, association));
  }

  @SuppressWarnings("unchecked") // the attribute is of the association
  private static <T> @Nullable Object peek(Association<?, T> association, Object attribute) {
    return switch (association) {
      case Association.One<?, T> one -> one.peek((Ref<T>) attribute);
      case Association.Several<?, T> _ -> null;
    };
  }

  /// Checks a column value against the limits of its column, so that every engine refuses the same
  /// values and the error names the column.
  public void check(int column, @Nullable Object value) {
    Limits.check(attribute(column), value);
  }

  /// A condition that some columns hold one of these keys.
  public Node isAmong(List<Node> columns, List<Object> keys) {
    var types = keyColumns.stream().map(this::sqlType).toList();
    return columns.size() == 1
        ? new Node.In(columns.getFirst(), keys, types.getFirst())
        : new Node.InTuples(columns, keys.stream().map(EntityType::parts).toList(), types);
  }

  private static List<Object> parts(Object key) {
    return List.copyOf((List<?>) key);
  }

  /// A condition that picks the row of this key.
  public Node whereKey(Object key) {
    var parts = key instanceof List<?> list ? list : List.of(key);
    var terms = new ArrayList<Node>();
    for (int i = 0; i < keyColumns.size(); i++) {
      var column = keyColumns.get(i);
      terms.add(
          new Node.Comparison(
              Node.Operator.EQUAL,
              nodes.get(column),
              new Node.Bind(parts.get(i), sqlType(column))));
    }
    return terms.size() == 1 ? terms.getFirst() : new Node.Junction(true, terms);
  }

  @Override
  public String toString() {
    return name();
  }

  /// A foreign key.
  ///
  /// @param columns the positions of the referring columns, in the order of the key
  /// @param association the position of the association that they belong to, where there is one
  /// @param target the entity that it refers to
  /// @param deferred whether the database checks it at commit
  /// @param onDelete what the database does to the row when the one it refers to is deleted
  /// @param same whether it refers to the row of the same object in the table of its root
  public record Reference(
      List<Integer> columns,
      OptionalInt association,
      Class<?> target,
      boolean deferred,
      OnDelete onDelete,
      boolean same) {
    public Reference {
      columns = List.copyOf(columns);
    }

    /// The same, with its columns at other positions.
    Reference in(List<Integer> positions) {
      return new Reference(
          columns.stream().map(positions::get).toList(),
          association,
          target,
          deferred,
          onDelete,
          same);
    }

    /// Whether the database changes the row when the one it refers to is deleted.
    public boolean follows() {
      return onDelete != OnDelete.NO_ACTION && onDelete != OnDelete.RESTRICT;
    }
  }
}
