package dev.ambix.session;

import dev.ambix.dialect.Statement;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.query.Condition;
import dev.ambix.query.Node;
import dev.ambix.type.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// A DELETE of the rows that satisfy a condition. Immutable; nothing is sent before [#execute]. The
/// session forgets the objects that it has of these rows. It belongs to its session, and to that
/// session's thread.
///
/// @param <E> the entity
public final class Delete<E> {
  private final Session session;
  private final EntityType<E> type;
  private final List<Node> conditions;
  private final List<Node> narrowing;

  /// @param narrowing what rows satisfy that are of the subtype that is asked for
  Delete(Session session, EntityType<E> type, List<Node> narrowing) {
    this(session, type, List.of(), narrowing);
  }

  private Delete(Session session, EntityType<E> type, List<Node> conditions, List<Node> narrowing) {
    this.narrowing = narrowing;
    this.session = session;
    this.type = type;
    this.conditions = conditions;
  }

  /// Keeps to the rows that satisfy all of the conditions, and those given before. To delete every
  /// row, say so: `where(Condition.all())`.
  public Delete<E> where(Condition... more) {
    return new Delete<>(
        session,
        type,
        Select.concat(conditions, Stream.of(more).map(Condition::node).toList()),
        narrowing);
  }

  /// Runs it.
  ///
  /// @return how many rows it deleted, without those that ON DELETE CASCADE took along
  /// @throws UsageException `Unbounded` when it has no condition
  public long execute() {
    requireCondition("delete", type, conditions);
    session.beforeWrite();
    var context = session.context();
    var keys = new HashSet<Object>();
    long count =
        session
            .statements()
            .executeReturning(
                type,
                context.hasRowsOf(type) || context.hasFollowersOf(type),
                this::statement,
                row -> keys.add(key(row)));
    forget(keys);
    return count;
  }

  /// Runs it, and gives the objects of the rows that it deleted, in no order. They do not belong to
  /// the session.
  ///
  /// @throws UsageException `Unbounded` when it has no condition
  public List<E> returning() {
    return run(Returned.of(type, this::deleted));
  }

  /// Runs it, and gives what it deleted, in no order, as a projection of the entity.
  ///
  /// @throws UsageException `Unbounded` when it has no condition
  public <P> List<P> returning(Class<P> projection) {
    return run(Returned.of(type, projection, session, _ -> {}));
  }

  private E deleted(Row row) {
    var known = session.context().find(type, key(row));
    var entity = known == null ? type.mapping().create(row, 0) : known.entity;
    type.mapping().read(entity, row, 0);
    return entity;
  }

  private <R> List<R> run(Returned<R> returned) {
    requireCondition("delete", type, conditions);
    session.beforeWrite();
    var keys = new HashSet<Object>();
    var rows =
        session
            .connector()
            .queryInTransaction(
                session.statements().render(statement(returned.columns())),
                row -> {
                  keys.add(key(row));
                  return returned.reader().apply(row);
                });
    forget(keys);
    return rows;
  }

  private Object key(Row row) {
    return Objects.requireNonNull(type.key(row, 0), "key");
  }

  private void forget(Set<Object> keys) {
    keys.forEach(key -> session.context().forgetRow(type, key));
    session.context().deleted(type, keys);
  }

  private Statement statement(List<String> returning) {
    return new Statement.Delete(
        type.table().name(), Shape.where(Select.concat(narrowing, conditions)), returning);
  }

  static void requireCondition(String verb, EntityType<?> type, List<Node> conditions) {
    if (conditions.isEmpty()) {
      throw new UsageException(
          "Unbounded",
          verb
              + " "
              + type
              + ": got no condition, expected one, as it would touch every row."
              + " Add where(…), or where(Condition.all()) if you mean it.");
    }
  }
}
