package dev.ambix.session;

import dev.ambix.dialect.Statement;
import dev.ambix.dialect.Statement.Assignment;
import dev.ambix.entity.EntityType;
import dev.ambix.error.UsageException;
import dev.ambix.mapping.Column;
import dev.ambix.mapping.Column.Attribute.Source;
import dev.ambix.query.Condition;
import dev.ambix.query.Expression;
import dev.ambix.query.Node;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An UPDATE of the rows that satisfy a condition. Immutable; nothing is sent before [#execute].
/// The version and the time of the last change follow by themselves, and the objects that the
/// session has of these rows get the new values. It belongs to its session, and to that session's
/// thread.
///
/// @param <E> the entity
public final class Update<E> {
  private final Session session;
  private final EntityType<E> type;
  private final List<Assignment> assignments;
  private final List<Node> conditions;
  private final List<Node> narrowing;

  /// @param narrowing what rows satisfy that are of the subtype that is asked for
  Update(Session session, EntityType<E> type, List<Node> narrowing) {
    this(session, type, List.of(), List.of(), narrowing);
  }

  private Update(
      Session session,
      EntityType<E> type,
      List<Assignment> assignments,
      List<Node> conditions,
      List<Node> narrowing) {
    this.narrowing = narrowing;
    this.session = session;
    this.type = type;
    this.assignments = assignments;
    this.conditions = conditions;
  }

  /// Sets a column to a value; null for NULL.
  public <T> Update<E> set(Column<E, T> column, @Nullable T value) {
    var columnValue = column.type().toColumn(value);
    type.check(type.position(column.attribute().column()), columnValue);
    return set(column, new Node.Bind(columnValue, column.type().sqlType()));
  }

  /// Sets a column to what an expression gives for the row as it was.
  public <T> Update<E> set(Column<E, T> column, Expression<T> value) {
    return set(column, fitted(column.type().sqlType(), value.node()));
  }

  /// What is computed for a decimal column is rounded to its scale, as only one engine does by
  /// itself.
  static Node fitted(SqlType type, Node value) {
    boolean computed = value instanceof Node.Arithmetic || value instanceof Node.Known;
    return type instanceof SqlType.Numeric(_, int scale) && computed
        ? new Node.Function("round", List.of(value, new Node.Bind(scale, new SqlType.Int())))
        : value;
  }

  private Update<E> set(Column<E, ?> column, Node value) {
    var name = column.attribute().column();
    if (column.attribute().key()) {
      throw new UsageException(
          "KeyChanged",
          "update "
              + type
              + ": got a new value for the key "
              + column.attribute().name()
              + ", expected a key to stay. Delete the row and insert another.");
    }
    if (!column.attribute().table().equals(type.table().name())) {
      throw Returned.severalTables(
          "update " + type, "a new value for " + column.attribute().name());
    }
    if (assignments.stream().anyMatch(assignment -> assignment.column().equals(name))) {
      throw new UsageException(
          "SetTwice",
          "update "
              + type
              + ": got two values for "
              + column.attribute().name()
              + ", expected one.");
    }
    var assignment = new Assignment(name, value);
    return new Update<>(
        session, type, Select.concat(assignments, List.of(assignment)), conditions, narrowing);
  }

  /// Keeps to the rows that satisfy all of the conditions, and those given before. To change every
  /// row, say so: `where(Condition.all())`.
  public Update<E> where(Condition... more) {
    return new Update<>(
        session,
        type,
        assignments,
        Select.concat(conditions, Stream.of(more).map(Condition::node).toList()),
        narrowing);
  }

  /// Runs it.
  ///
  /// @return how many rows it changed
  /// @throws UsageException `Unbounded` when it has no condition
  public long execute() {
    prepare();
    return session
        .statements()
        .executeReturning(
            type,
            session.context().hasRowsOf(type),
            this::statement,
            row -> session.context().reloadOwn(type, row));
  }

  /// Runs it, and gives the objects of the rows that it changed, in no order.
  ///
  /// @throws UsageException `Unbounded` when it has no condition
  public List<E> returning() {
    return run(Returned.of(type, this::changed));
  }

  /// Runs it, and gives what it changed, in no order, as a projection of the entity.
  ///
  /// @throws UsageException `Unbounded` when it has no condition
  public <P> List<P> returning(Class<P> projection) {
    return run(
        Returned.of(type, projection, session, row -> session.context().reload(type, row, 0)));
  }

  private E changed(Row row) {
    return session.context().loadCurrent(type, row, 0);
  }

  private <R> List<R> run(Returned<R> returned) {
    prepare();
    return session
        .connector()
        .queryInTransaction(
            session.statements().render(statement(returned.columns())), returned.reader());
  }

  private void prepare() {
    Delete.requireCondition("update", type, conditions);
    if (assignments.isEmpty()) {
      throw new UsageException(
          "NothingToSet",
          "update " + type + ": got nothing to set, expected set(…) at least once.");
    }
    session.beforeWrite();
  }

  private Statement statement(List<String> returning) {
    return new Statement.Update(
        type.table().name(),
        withFollowers(),
        Shape.where(Select.concat(narrowing, conditions)),
        returning);
  }

  /// The assignments with those of the version and the time of the last change, unless given.
  private List<Assignment> withFollowers() {
    var all = new ArrayList<>(assignments);
    for (int column : type.positions(Source.VERSION)) {
      var one = new Node.Bind(1, type.sqlType(column));
      follow(
          all,
          column,
          new Node.Arithmetic(Node.ArithmeticOperator.PLUS, type.nodes().get(column), one));
    }
    for (int column : type.positions(Source.UPDATED_AT)) {
      follow(all, column, new Node.Bind(session.now(), type.sqlType(column)));
    }
    return all;
  }

  private void follow(List<Assignment> all, int column, Node value) {
    var name = type.columnName(column);
    if (all.stream().noneMatch(assignment -> assignment.column().equals(name))) {
      all.add(new Assignment(name, value));
    }
  }
}
