package dev.ambix.session;

import dev.ambix.dialect.Statement;
import dev.ambix.dialect.Statement.OnConflict;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Column;
import dev.ambix.mapping.Column.Attribute.Source;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An INSERT of one row that gives way to a row with the same unique key. Immutable; nothing is
/// sent before [#execute]. The object that it is made of does not belong to the session; one that
/// the session has of the row gets the new values.
///
/// @param <E> the entity
public final class Upsert<E> {
  private final Session session;
  private final EntityType<E> type;
  private final E entity;
  private final List<Column<E, ?>> key;
  private final Optional<List<Column<E, ?>>> updated;

  Upsert(Session session, EntityType<E> type, E entity) {
    this(session, type, entity, keyOf(type), Optional.empty());
  }

  private Upsert(
      Session session,
      EntityType<E> type,
      E entity,
      List<Column<E, ?>> key,
      Optional<List<Column<E, ?>>> updated) {
    this.session = session;
    this.type = type;
    this.entity = entity;
    this.key = key;
    this.updated = updated;
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
    return new Upsert<>(session, type, entity, List.of(columns), updated);
  }

  /// Names what an existing row takes over from this object; without it, all that the object sets
  /// but the key, the id and the time of the insertion. The version of a row that is changed grows,
  /// and the time of its last change follows, either way. With no column, an existing row is left
  /// alone.
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final Upsert<E> update(Column<E, ?>... columns) {
    for (var column : columns) {
      if (column.attribute().key()) {
        throw new UsageException(
            "KeyChanged",
            "upsert "
                + type
                + ": got update("
                + column.attribute().name()
                + "), which is of the primary key; expected the key of a row to stay. Leave it out.");
      }
    }
    return new Upsert<>(session, type, entity, key, Optional.of(List.of(columns)));
  }

  /// Runs it.
  ///
  /// @return whether a row was inserted or changed: false only where an existing row was left alone
  /// @throws UsageException `NoSuchKey` when no unique key has these columns
  public boolean execute() {
    requireUniqueKey();
    session.beforeWrite();
    var change = session.insertion(type, entity);
    var columns = change.columns().stream().boxed().toList();
    var insert =
        new Statement.Insert(
            type.table().name(),
            columns.stream().map(type::columnName).toList(),
            columns.stream().map(type::sqlType).toList(),
            List.<@Nullable Object[]>of(columns.stream().map(change::after).toArray()),
            type.mapping().columns().stream().map(column -> column.attribute().column()).toList(),
            Optional.of(onConflict(columns)));
    var rows =
        session
            .connector()
            .queryInTransaction(
                session.render(insert),
                row -> {
                  type.mapping().read(entity, row, 0);
                  session.context().reload(type, row, 0);
                  return true;
                });
    return !rows.isEmpty();
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
    if (!update.isEmpty()) {
      type.positions(Source.UPDATED_AT).forEach(each -> update.add(column(each)));
    }
    var versions = type.positions(Source.VERSION).stream().map(this::column).toList();
    update.removeAll(versions);
    return new OnConflict(
        names(key), names(update), update.isEmpty() ? List.of() : names(versions));
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
