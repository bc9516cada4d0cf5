package dev.ambix.session;

import dev.ambix.dialect.Statement;
import dev.ambix.error.EntityNotFound;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Path;
import dev.ambix.query.Condition;
import dev.ambix.query.Expression;
import dev.ambix.query.Node;
import dev.ambix.query.Order;
import dev.ambix.query.Query;
import dev.ambix.query.Query.Combined.Operator;
import dev.ambix.query.Query.Lock.Wait;
import dev.ambix.query.Rows;
import dev.ambix.query.Selection;
import dev.ambix.query.Subquery;
import dev.ambix.type.Row;
import dev.ambix.type.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A query, read into entities, projections, values or records. Immutable: each method that changes
/// something gives another query. Nothing is sent before [#list], [#stream], [#optional],
/// [#single], [#count], [#exists] or [#page]. It belongs to its session, and to that session's
/// thread.
///
/// As a [Subquery] it is a part of another query, whose columns it may name.
///
/// @param <T> what a row is read into
public final class Select<T> implements Subquery<T> {
  private final Session session;
  private final Result<T> result;

  /// Without what is read, which the result knows.
  private final Query query;

  /// @param narrowing what rows satisfy that are of the subtype that is asked for
  Select(Session session, Result<T> result, List<Node> narrowing) {
    this(
        session,
        result,
        Query.of(Query.Block.of(result.origin(), List.of(), Shape.where(narrowing))));
  }

  Select(Session session, Result<T> result, Query query) {
    this.session = session;
    this.result = result;
    this.query = query;
  }

  private Select<T> with(Query other) {
    return new Select<>(session, result, other);
  }

  /// The same, with a change of its only part.
  private Select<T> change(String what, UnaryOperator<Query.Block> change) {
    return with(query.withBody(change.apply(block(what))));
  }

  private Query.Block block(String what) {
    return Shape.block(query, result.entity(), what);
  }

  /// Keeps the rows that satisfy all of the conditions, and those given before.
  public Select<T> where(Condition... more) {
    return change("where", block -> block.withWhere(Shape.and(block.where(), nodes(more))));
  }

  private static List<Node> nodes(Condition... conditions) {
    return Arrays.stream(conditions).map(Condition::node).toList();
  }

  /// Joins other rows where the condition says so: each row comes once for each of them.
  public Select<T> join(Rows rows, Condition on) {
    return join(rows, on, false, false);
  }

  /// As [#join], where rows without any come once, with NULL for their columns.
  public Select<T> leftJoin(Rows rows, Condition on) {
    return join(rows, on, true, false);
  }

  /// As [#join], with a query that names columns of the rows before it.
  ///
  /// @throws UsageException `LateralJoin` on SQLite, when it runs
  public Select<T> joinLateral(Rows rows, Condition on) {
    return join(rows, on, false, true);
  }

  /// As [#joinLateral], where rows without any come once, with NULL for their columns.
  public Select<T> leftJoinLateral(Rows rows, Condition on) {
    return join(rows, on, true, true);
  }

  private Select<T> join(Rows rows, Condition on, boolean optional, boolean lateral) {
    var join = new Query.Join(rows.from(), on.node(), optional, lateral);
    var joined = change("join", block -> block.withJoins(concat(block.joins(), List.of(join))));
    return rows instanceof Derived<?> derived ? joined.knowing(derived) : joined;
  }

  private Select<T> knowing(Derived<?> derived) {
    return derived.common().isPresent() && !query.with().contains(derived.common().get())
        ? with(query.withCommon(concat(query.with(), List.of(derived.common().get()))))
        : this;
  }

  /// Gives equal rows once.
  public Select<T> distinct() {
    return change("distinct", Query.Block::asDistinct);
  }

  /// Makes groups of the rows that have these values in common: there is a row for each group. What
  /// is read of it is in common, or computed by one of the `Aggregates`.
  public Select<T> groupBy(Expression<?>... more) {
    var nodes = Arrays.stream(more).map(Expression::node).toList();
    return change("groupBy", block -> block.withGroups(concat(block.groups(), nodes)));
  }

  /// Keeps the groups that satisfy all of the conditions, and those given before.
  public Select<T> having(Condition... more) {
    return change("having", block -> block.withHaving(Shape.and(block.having(), nodes(more))));
  }

  /// Orders the rows, after the orders given before. Queries that are combined are ordered by what
  /// the first of them reads.
  public Select<T> orderBy(Order... more) {
    return with(query.withOrders(concat(query.orders(), List.of(more))));
  }

  /// Reads at most this many rows.
  ///
  /// @param rows at least 0
  public Select<T> limit(long rows) {
    Shape.requireLimit(result.entity(), "limit", rows, 0);
    return with(query.withLimit(Optional.of(rows), query.offset()));
  }

  /// Passes over this many rows first. For pages, prefer [#page], which does not read what it
  /// skips.
  ///
  /// @param rows at least 0
  public Select<T> offset(long rows) {
    Shape.requireLimit(result.entity(), "offset", rows, 0);
    return with(query.withLimit(query.limit(), rows));
  }

  /// Locks the rows that are read until the transaction ends, waiting for those that another one
  /// has locked. Objects that the session has of them get their present values. SQLite locks the
  /// whole database instead, which a transaction that writes does anyway.
  public Select<T> forUpdate() {
    return forUpdate(LockWait.WAIT);
  }

  /// As [#forUpdate()], with what to do about rows that another transaction has locked.
  ///
  /// @param of whose rows are locked; without any, those of the entity that is read
  public Select<T> forUpdate(LockWait wait, Rows... of) {
    var origins = Arrays.stream(of).<Node.Origin>map(rows -> rows.from().name()).toList();
    return with(query.withLock(new Query.Lock(wait.wait, origins)));
  }

  /// What to do about rows that another transaction has locked.
  public enum LockWait {
    /// Wait until it ends, at most for the lock timeout.
    WAIT(Wait.WAIT),
    /// Fail at once with `Conflict`.
    NOWAIT(Wait.NOWAIT),
    /// Pass over them, as the consumers of a queue do.
    SKIP_LOCKED(Wait.SKIP_LOCKED);

    private final Wait wait;

    LockWait(Wait wait) {
      this.wait = wait;
    }
  }

  /// Loads what these paths lead to with the rows: a to-one association by a join, a to-many one by
  /// one statement for all rows. How many statements there are depends on the paths alone.
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final Select<T> with(Path<T, ?>... paths) {
    block("with");
    return new Select<>(session, result.with(List.of(paths)), query);
  }

  /// Lets the first access to an association that is not loaded load it for all objects of this
  /// result, with one statement.
  public Select<T> peers() {
    return new Select<>(session, result.asPeers(), query);
  }

  /// Reads one value instead; null for NULL.
  public <V> Select<V> value(Expression<V> expression) {
    return into(Selection.of(expression));
  }

  /// Reads several values instead, into a record or whatever is made of them:
  /// `into(Selection.of(Line::new, Post_.id, Post_.title))`.
  public <R> Select<R> into(Selection<R> selection) {
    block("into");
    return new Select<>(session, result.of(selection), query);
  }

  /// The rows of both queries, equal ones once.
  public Select<T> union(Select<T> other) {
    return combine(Operator.UNION, other);
  }

  /// The rows of both queries.
  public Select<T> unionAll(Select<T> other) {
    return combine(Operator.UNION_ALL, other);
  }

  /// The rows that both queries have, equal ones once.
  public Select<T> intersect(Select<T> other) {
    return combine(Operator.INTERSECT, other);
  }

  /// The rows that the other query does not have, equal ones once.
  public Select<T> except(Select<T> other) {
    return combine(Operator.EXCEPT, other);
  }

  private Select<T> combine(Operator operator, Select<T> other) {
    return with(Query.of(new Query.Combined(operator, query(), other.query())));
  }

  /// This query with a name, to join it to another one, or to ask more of its rows.
  public Derived<T> as(String name) {
    return Derived.inline(this, name);
  }

  /// As [#as], written before the query that reads it, where it may be read several times.
  public Derived<T> common(String name) {
    return Derived.common(this, name);
  }

  /// This query with a name, and then the rows that follow from its own, and from those, and so on:
  /// a tree. Equal rows come once, so that a circle ends.
  ///
  /// @param step from rows that were found to those that follow from them
  public Derived<T> recursive(String name, Function<Derived<T>, Select<T>> step) {
    return Derived.recursive(this, name, step);
  }

  Session session() {
    return session;
  }

  Result<T> result() {
    return result;
  }

  @Override
  public Query query() {
    return Shape.reading(query, open().nodes());
  }

  @Override
  public Type<T> type() {
    return result.type();
  }

  /// All rows.
  public List<T> list() {
    var reading = open();
    query(
        Shape.reading(query, reading.nodes()),
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
    if (query.lock().isPresent()) {
      session.checkWritable("forUpdate");
    }
    var sql = session.statements().render(new Statement.Select(query()));
    session.statements().beforeQuery(sql.tables());
    return RowStream.of(session, session.connector().open(sql), (context, _) -> open(context));
  }

  /// The only row, if there is one; none where it is NULL.
  ///
  /// @throws UsageException `NotSingle` when there are several
  public Optional<T> optional() {
    var rows = limit(Math.min(2, query.limit().orElse(2L))).list();
    if (rows.size() > 1) {
      throw new UsageException(
          "NotSingle",
          "select "
              + result.entity()
              + ": got several rows, expected at most one."
              + " Narrow the condition, or use limit(1).");
    }
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst());
  }

  /// The only row.
  ///
  /// @throws EntityNotFound when there is none, or it is NULL
  /// @throws UsageException `NotSingle` when there are several
  public T single() {
    return optional()
        .orElseThrow(() -> new EntityNotFound(result.entity().name(), "of this query"));
  }

  /// How many rows there are; limit, offset and order do not count.
  public long count() {
    return session
        .statements()
        .query(new Statement.Select(Shape.count(query())), row -> row.getLong(0))
        .getFirst();
  }

  /// Whether there is a row.
  public boolean exists() {
    return !session
        .statements()
        .query(new Statement.Select(Shape.any(query())), _ -> true)
        .isEmpty();
  }

  /// A page of rows by keyset: the rows that follow the cursor in the order, found by an index and
  /// not by counting; limit and offset do not count. The primary key is added to the order, so that
  /// it is total.
  ///
  /// @param size how many rows at the most, at least 1
  /// @param after the `next` of the page before; null for the first page
  /// @throws dev.ambix.error.InvalidCursor when this query did not make the cursor
  public Page<T> page(int size, @Nullable String after) {
    Shape.requireLimit(result.entity(), "page size", size, 1);
    var keyset = new Keyset(session.entities(), result.entity(), query);
    var reading = open();
    int width = reading.nodes().size();
    var cursors =
        query(
            keyset.page(reading.nodes(), size, after),
            row -> {
              if (reading.size() < size) {
                reading.read(row);
              }
              return keyset.cursor(row, width);
            });
    return new Page<>(reading.finish(), cursors.size() > size ? cursors.get(size - 1) : null);
  }

  private Reading<T> open() {
    return open(session.context());
  }

  private Reading<T> open(Context context) {
    return result.open(session, context, query.lock().isPresent());
  }

  private <R> List<R> query(Query data, Function<Row, R> reader) {
    var statement = new Statement.Select(data);
    return query.lock().isPresent()
        ? session.statements().queryInTransaction(statement, reader)
        : session.statements().query(statement, reader);
  }

  static <X> List<X> concat(List<? extends X> first, List<? extends X> second) {
    return Stream.<X>concat(first.stream(), second.stream()).toList();
  }
}
