package dev.ambix.session;

import dev.ambix.dialect.Statement;
import dev.ambix.dialect.Statement.Lock;
import dev.ambix.entity.EntityType;
import dev.ambix.error.EntityNotFound;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Path;
import dev.ambix.query.Condition;
import dev.ambix.query.Node;
import dev.ambix.query.Order;
import dev.ambix.type.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A query of one entity, read into entities or into a projection. Immutable: each method that
/// changes something gives another query. Nothing is sent before [#list], [#stream], [#optional],
/// [#single], [#count], [#exists] or [#page]. It belongs to its session, and to that session's
/// thread.
///
/// @param <T> what a row is read into
public final class Select<T> {
  private final Session session;
  private final Result<T> result;
  private final List<Node> conditions;
  private final List<Order> orders;
  private final Optional<Long> limit;
  private final long offset;
  private final Optional<Lock> lock;

  Select(Session session, Result<T> result) {
    this(session, result, List.of(), List.of(), Optional.empty(), 0, Optional.empty());
  }

  private Select(
      Session session,
      Result<T> result,
      List<Node> conditions,
      List<Order> orders,
      Optional<Long> limit,
      long offset,
      Optional<Lock> lock) {
    this.session = session;
    this.result = result;
    this.conditions = conditions;
    this.orders = orders;
    this.limit = limit;
    this.offset = offset;
    this.lock = lock;
  }

  /// Keeps the rows that satisfy all of the conditions, and those given before.
  public Select<T> where(Condition... more) {
    var all = concat(conditions, Stream.of(more).map(Condition::node).toList());
    return new Select<>(session, result, all, orders, limit, offset, lock);
  }

  /// Orders the rows, after the orders given before.
  public Select<T> orderBy(Order... more) {
    return new Select<>(
        session, result, conditions, concat(orders, List.of(more)), limit, offset, lock);
  }

  /// Reads at most this many rows.
  ///
  /// @param rows at least 0
  public Select<T> limit(long rows) {
    requireNotNegative("limit", rows);
    return new Select<>(session, result, conditions, orders, Optional.of(rows), offset, lock);
  }

  /// Passes over this many rows first. For pages, prefer [#page], which does not read what it
  /// skips.
  ///
  /// @param rows at least 0
  public Select<T> offset(long rows) {
    requireNotNegative("offset", rows);
    return new Select<>(session, result, conditions, orders, limit, rows, lock);
  }

  private void requireNotNegative(String what, long rows) {
    if (rows < 0) {
      throw new UsageException(
          "NegativeLimit",
          "select " + result.entity() + ": got " + what + " " + rows + ", expected at least 0.");
    }
  }

  /// Locks the rows that are read until the transaction ends, waiting for those that another one
  /// has locked. Objects that the session has of them get their present values. SQLite locks the
  /// whole database instead, which a transaction that writes does anyway.
  public Select<T> forUpdate() {
    return forUpdate(LockWait.WAIT);
  }

  /// As [#forUpdate()], with what to do about rows that another transaction has locked.
  public Select<T> forUpdate(LockWait wait) {
    return new Select<>(session, result, conditions, orders, limit, offset, Optional.of(wait.lock));
  }

  /// What to do about rows that another transaction has locked.
  public enum LockWait {
    /// Wait until it ends, at most for the lock timeout.
    WAIT(Lock.WAIT),
    /// Fail at once with `Conflict`.
    NOWAIT(Lock.NOWAIT),
    /// Pass over them, as the consumers of a queue do.
    SKIP_LOCKED(Lock.SKIP_LOCKED);

    private final Lock lock;

    LockWait(Lock lock) {
      this.lock = lock;
    }
  }

  /// Loads what these paths lead to with the rows: a to-one association by a join, a to-many one by
  /// one statement for all rows. How many statements there are depends on the paths alone.
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final Select<T> with(Path<T, ?>... paths) {
    return reading(result.with(List.of(paths)));
  }

  /// Lets the first access to an association that is not loaded load it for all objects of this
  /// result, with one statement.
  public Select<T> peers() {
    return reading(result.asPeers());
  }

  private Select<T> reading(Result<T> other) {
    return new Select<>(session, other, conditions, orders, limit, offset, lock);
  }

  /// All rows.
  public List<T> list() {
    var reading = open(session.context());
    query(
        statement(reading.nodes(), limit),
        row -> {
          reading.read(row);
          return true;
        });
    return reading.finish();
  }

  /// All rows, one after the other, in constant memory. The stream must be closed, best by `try`,
  /// and ends with the transaction at the latest; what it holds is given back with it. It is one
  /// statement, sent at once, in a transaction that begins with it.
  ///
  /// Objects of entities are the stream's own: the session does not know them, and changes of them
  /// are not written, but refused with `StreamChanged`. What they lead to is loaded for a thousand
  /// of them at a time.
  public Stream<T> stream() {
    if (lock.isPresent()) {
      session.checkWritable("forUpdate");
    }
    var sql = session.render(statement(open(session.context()).nodes(), limit));
    session.beforeQuery(sql.tables());
    return RowStream.of(session, session.connector().open(sql), (context, _) -> open(context));
  }

  /// The only row, if there is one.
  ///
  /// @throws UsageException `NotSingle` when there are several
  public Optional<T> optional() {
    var rows = limit(Math.min(2, limit.orElse(2L))).list();
    if (rows.size() > 1) {
      throw new UsageException(
          "NotSingle",
          "select "
              + result.entity()
              + ": got several rows, expected at most one."
              + " Narrow the condition, or use limit(1).");
    }
    return rows.stream().findFirst();
  }

  /// The only row.
  ///
  /// @throws EntityNotFound when there is none
  /// @throws UsageException `NotSingle` when there are several
  public T single() {
    return optional()
        .orElseThrow(() -> new EntityNotFound(result.entity().name(), "of this query"));
  }

  /// How many rows satisfy the conditions; limit, offset and order do not count.
  public long count() {
    var count =
        new Statement.Select(
            table(),
            List.of(new Node.Function("count", List.of())),
            where(),
            List.of(),
            Optional.empty(),
            0);
    return session.query(count, row -> row.getLong(0)).getFirst();
  }

  /// Whether a row satisfies the conditions.
  public boolean exists() {
    var one =
        new Statement.Select(
            table(), keyNodes(result.entity()), where(), List.of(), Optional.of(1L), 0);
    return !session.query(one, _ -> true).isEmpty();
  }

  /// A page of rows by keyset: the rows that follow the cursor in the order, found by an index and
  /// not by counting; limit and offset do not count. The primary key is added to the order, so that
  /// it is total.
  ///
  /// @param size how many rows at the most, at least 1
  /// @param after the `next` of the page before; null for the first page
  /// @throws dev.ambix.error.InvalidCursor when this query did not make the cursor
  /// @throws UsageException `NullableOrder` when it is ordered by something that may be NULL
  public Page<T> page(int size, @Nullable String after) {
    if (size < 1) {
      throw new UsageException(
          "NegativeLimit",
          "select " + result.entity() + ": got a page of " + size + ", expected at least 1.");
    }
    var keyset = new Keyset(session.entities(), result.entity(), orders);
    var following = after == null ? conditions : concat(conditions, List.of(keyset.after(after)));
    var reading = open(session.context());
    var nodes = concat(reading.nodes(), keyset.nodes());
    var query =
        new Select<>(session, result, following, keyset.orders(), Optional.of(size + 1L), 0, lock);
    int width = reading.nodes().size();
    var cursors =
        query(
            query.statement(nodes, query.limit),
            row -> {
              if (reading.size() < size) {
                reading.read(row);
              }
              return keyset.cursor(row, width);
            });
    return new Page<>(reading.finish(), cursors.size() > size ? cursors.get(size - 1) : null);
  }

  private Reading<T> open(Context context) {
    return result.open(session, context, lock.isPresent());
  }

  private <R> List<R> query(Statement statement, Function<Row, R> reader) {
    return lock.isPresent()
        ? session.queryInTransaction(statement, reader)
        : session.query(statement, reader);
  }

  private Statement.Select statement(List<Node> nodes, Optional<Long> rows) {
    return new Statement.Select(table(), nodes, where(), orders, rows, offset, lock);
  }

  private String table() {
    return result.entity().table().name();
  }

  private Optional<Node> where() {
    return where(conditions);
  }

  static Optional<Node> where(List<Node> conditions) {
    return switch (conditions.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(conditions.getFirst());
      default -> Optional.of(new Node.Junction(true, conditions));
    };
  }

  private static List<Node> keyNodes(EntityType<?> type) {
    return type.keyColumns().stream().map(type.nodes()::get).toList();
  }

  static <X> List<X> concat(List<? extends X> first, List<? extends X> second) {
    return Stream.<X>concat(first.stream(), second.stream()).toList();
  }
}
