package dev.ambix.session;

import dev.ambix.dialect.Statement;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.query.Condition;
import dev.ambix.query.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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

  Delete(Session session, EntityType<E> type) {
    this(session, type, List.of());
  }

  private Delete(Session session, EntityType<E> type, List<Node> conditions) {
    this.session = session;
    this.type = type;
    this.conditions = conditions;
  }

  /// Keeps to the rows that satisfy all of the conditions, and those given before. To delete every
  /// row, say so: `where(Condition.all())`.
  public Delete<E> where(Condition... more) {
    return new Delete<>(
        session, type, Select.concat(conditions, Stream.of(more).map(Condition::node).toList()));
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
        session.executeReturning(
            type,
            context.hasRowsOf(type) || context.hasFollowersOf(type),
            returning ->
                new Statement.Delete(type.table().name(), Shape.where(conditions), returning),
            row -> keys.add(Objects.requireNonNull(type.key(row, 0), "key")));
    keys.forEach(key -> context.forgetRow(type, key));
    context.deleted(type, keys);
    return count;
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
