package dev.ambix.session;

import dev.ambix.dialect.Statement;
import dev.ambix.dialect.Statement.Assignment;
import dev.ambix.dialect.Statement.OnConflict;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Column;
import dev.ambix.mapping.Column.Attribute.Source;
import dev.ambix.query.Condition;
import dev.ambix.query.Expression;
import dev.ambix.query.Node;
import dev.ambix.query.NumberExpression;
import dev.ambix.query.OrderedExpression;
import dev.ambix.query.TextExpression;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An INSERT of rows that give way to rows with the same unique key. Immutable; nothing is sent
/// before [#execute] or [#returning]. The objects that it is made of do not belong to the session;
/// those that the session has of the rows get the new values.
///
/// @param <E> the entity
public final class Upsert<E> {
  private final Session session;
  private final EntityType<E> type;
  private final List<E> entities;
  private final List<Column<E, ?>> key;
  private final Optional<List<Column<E, ?>>> updated;
  private final List<Assignment> set;
  private final List<Node> conditions;

  Upsert(Session session, EntityType<E> type, List<E> entities) {
    this(session, type, entities, keyOf(type), Optional.empty(), List.of(), List.of());
  }

  private Upsert(
      Session session,
      EntityType<E> type,
      List<E> entities,
      List<Column<E, ?>> key,
      Optional<List<Column<E, ?>>> updated,
      List<Assignment> set,
      List<Node> conditions) {
    this.session = session;
    this.type = type;
    this.entities = entities;
    this.key = key;
    this.updated = updated;
    this.set = set;
    this.conditions = conditions;
  }

  private static <E> List<Column<E, ?>> keyOf(EntityType<E> type) {
    return type.keyColumns().stream()
        .<Column<E, ?>>map(column -> type.mapping().columns().get(column))
        .toList();
  }

  /// Names the unique key that decides whether the row is there; without it, the primary key does.
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final Upsert<E> on(Column<E, ?>... columns) {
    return new Upsert<>(session, type, entities, List.of(columns), updated, set, conditions);
  }

  /// Names what an existing row takes over from this object; without it, all that the object sets
  /// but the key, the id and the time of the insertion. The version of a row that is changed grows,
  /// and the time of its last change follows, either way. With no column, an existing row is left
  /// alone.
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final Upsert<E> update(Column<E, ?>... columns) {
    for (var column : columns) {
      requireNoKey(column);
    }
    return new Upsert<>(
        session, type, entities, key, Optional.of(List.of(columns)), set, conditions);
  }

  /// Sets a column of an existing row to a value of an expression, which may name the columns of
  /// that row, and by [#excluded] those of the one that gave way.
  public <T> Upsert<E> set(Column<E, T> column, Expression<T> value) {
    requireNoKey(column);
    var assignment =
        new Assignment(
            column.attribute().column(), Update.fitted(column.type().sqlType(), value.node()));
    return new Upsert<>(
        session, type, entities, key, updated, Select.concat(set, List.of(assignment)), conditions);
  }

  /// Changes only those existing rows that satisfy all of the conditions, and those given before;
  /// the others are left alone. Conditions may use [#excluded].
  public Upsert<E> where(Condition... more) {
    var nodes = Stream.of(more).map(Condition::node).toList();
    return new Upsert<>(
        session, type, entities, key, updated, set, Select.concat(conditions, nodes));
  }

  /// A number of the row that gave way to an existing one.
  public static <N extends Number> NumberExpression<N> excluded(NumberExpression<N> column) {
    return new NumberExpression.Computed<>(ofNew(column), column.type());
  }

  /// A text of the row that gave way to an existing one.
  public static TextExpression excluded(TextExpression column) {
    return new TextExpression.Computed(ofNew(column), column.type());
  }

  /// A value of the row that gave way to an existing one.
  public static <T> OrderedExpression<T> excluded(OrderedExpression<T> column) {
    return new OrderedExpression.Computed<>(ofNew(column), column.type());
  }

  private static Node ofNew(Expression<?> column) {
    if (column.node() instanceof Node.ColumnRef(_, String name)) {
      return new Node.ColumnRef(OnConflict.NEW, name);
    }
    throw new UsageException(
        "NotAColumn", "excluded: got something computed, expected a column of the entity.");
  }

  private void requireNoKey(Column<E, ?> column) {
    if (column.attribute().key()) {
      throw new UsageException(
          "KeyChanged",
          "upsert "
              + type
              + ": got a new value for "
              + column.attribute().name()
              + ", which is of the primary key; expected the key of a row to stay. Leave it out.");
    }
  }

  /// Runs it.
  ///
  /// @return whether a row was inserted or changed: false only where all existing rows were left
  ///   alone
  /// @throws UsageException `NoSuchKey` when no unique key has these columns
  public boolean execute() {
    return !returning().isEmpty();
  }

  /// Runs it, and gives those of its objects whose rows were inserted or changed, with the values
  /// that these have now.
  ///
  /// @throws UsageException `NoSuchKey` when no unique key has these columns, `SameRowTwice` when
  ///   two of the objects have the same
  public List<E> returning() {
    if (type.isJoined()) {
      throw Returned.severalTables("upsert " + type, "an object that stands in several tables");
    }
    requireUniqueKey();
    session.beforeWrite();
    var written = new ArrayList<E>();
    for (var batch : batches()) {
      write(batch, written);
    }
    return written;
  }

  /// Objects whose rows one statement can insert: they set the same columns, and a row that comes
  /// back is known by its key.
  private List<Batch<E>> batches() {
    var batches = new ArrayList<Batch<E>>();
    var open = new HashMap<List<Integer>, Batch<E>>();
    var seen = new HashSet<Object>();
    for (var entity : entities) {
      var change = session.insertion(type, entity);
      var columns = change.columns().stream().boxed().toList();
      var place = place(entity);
      if (place != null && !seen.add(place)) {
        throw sameRowTwice();
      }
      var batch = place == null ? null : open.get(columns);
      if (batch == null
          || batch.rows().size() == session.statements().insertLimit(columns.size())) {
        batch = new Batch<>(columns, new ArrayList<>(), new HashMap<>());
        batches.add(batch);
        if (place != null) {
          open.put(columns, batch);
        }
      }
      batch.rows().add(columns.stream().map(change::after).toArray());
      batch.objects().put(Optional.ofNullable(place), entity);
    }
    return batches;
  }

  private UsageException sameRowTwice() {
    return new UsageException(
        "SameRowTwice",
        "upsert " + type + ": got two objects of one key, expected one. Keep the one that counts.");
  }

  private void write(Batch<E> batch, List<E> written) {
    var columns = batch.columns();
    var insert =
        new Statement.Insert(
            type.table().name(),
            columns.stream().map(type::columnName).toList(),
            columns.stream().map(type::sqlType).toList(),
            batch.rows(),
            type.mapping().columns().stream().map(column -> column.attribute().column()).toList(),
            Optional.of(onConflict(columns)));
    session
        .connector()
        .queryInTransaction(
            session.statements().render(insert),
            row -> {
              var entity = batch.of(place(row));
              type.mapping().read(entity, row, 0);
              session.context().reload(type, row, 0);
              return written.add(entity);
            });
  }

  /// The key of an object that decides whether its row is there; null where a part is NULL, so that
  /// it never is.
  private @Nullable Object place(E entity) {
    return place(position -> type.mapping().get(entity, position));
  }

  private @Nullable Object place(IntFunction<@Nullable Object> values) {
    var place = new ArrayList<Object>();
    for (int position : positions(key)) {
      var value = values.apply(position);
      if (value == null) {
        return null;
      }
      place.add(value);
    }
    return place;
  }

  private @Nullable Object place(Row row) {
    return place(
        position -> type.mapping().columns().get(position).type().columnValue(row, position));
  }

  private List<Integer> positions(List<Column<E, ?>> columns) {
    return columns.stream().map(column -> type.position(column.attribute().column())).toList();
  }

  /// @param rows the column values
  /// @param objects the object of each row by its key, which may be unknown where it is alone
  private record Batch<E>(
      List<Integer> columns, List<@Nullable Object[]> rows, Map<Optional<Object>, E> objects) {
    E of(@Nullable Object place) {
      return objects.size() == 1
          ? objects.values().iterator().next()
          : Objects.requireNonNull(objects.get(Optional.ofNullable(place)), "row of another key");
    }
  }

  private void requireUniqueKey() {
    Set<Integer> given = new HashSet<>();
    key.forEach(column -> given.add(type.position(column.attribute().column())));
    if (type.uniqueKeys().stream().noneMatch(columns -> given.equals(new HashSet<>(columns)))) {
      throw new UsageException(
          "NoSuchKey",
          "upsert "
              + type
              + ": got on("
              + String.join(", ", names(key))
              + "), expected the columns of a unique or primary key. Add @Unique to the entity.");
    }
  }

  private OnConflict onConflict(List<Integer> inserted) {
    var update = new LinkedHashSet<>(updated.orElseGet(() -> allButKey(inserted)));
    if (!update.isEmpty() || !set.isEmpty()) {
      type.positions(Source.UPDATED_AT).forEach(each -> update.add(column(each)));
    }
    var versions = type.positions(Source.VERSION).stream().map(this::column).toList();
    update.removeAll(versions);
    update.removeIf(this::isSet);
    boolean changes = !update.isEmpty() || !set.isEmpty();
    var counted = versions.stream().filter(column -> changes && !isSet(column)).toList();
    return new OnConflict(names(key), names(update), names(counted), set, Shape.where(conditions));
  }

  private boolean isSet(Column<E, ?> column) {
    return set.stream().anyMatch(each -> each.column().equals(column.attribute().column()));
  }

  private List<Column<E, ?>> allButKey(List<Integer> inserted) {
    return inserted.stream()
        .<Column<E, ?>>map(this::column)
        .filter(column ->
            !column.attribute().key()
                && !key.contains(column)
                && column.attribute().source() != Source.CREATED_AT)
        .toList();
  }

  private Column<E, ?> column(int position) {
    return type.mapping().columns().get(position);
  }

  private static <E> List<String> names(Collection<Column<E, ?>> columns) {
    return columns.stream().map(column -> column.attribute().column()).toList();
  }
}
