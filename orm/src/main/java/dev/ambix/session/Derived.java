package dev.ambix.session;

import dev.ambix.error.UsageException;
import dev.ambix.query.Expression;
import dev.ambix.query.Node;
import dev.ambix.query.Node.ColumnRef;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.NumberExpression;
import dev.ambix.query.OrderedExpression;
import dev.ambix.query.Query;
import dev.ambix.query.Rows;
import dev.ambix.query.TextExpression;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A query with a name, whose rows another query joins or reads. Immutable. It belongs to the
/// session of its query.
///
/// @param <T> what a row of it is read into
public final class Derived<T> implements Rows {
  private final Session session;
  private final Result<T> result;
  private final List<Node> columns;
  private final Query.From from;
  private final Optional<Query.Common> common;

  private Derived(
      Select<T> select, List<Node> columns, Query.From from, Optional<Query.Common> common) {
    this.session = select.session();
    this.result = select.result();
    this.columns = columns;
    this.from = from;
    this.common = common;
  }

  static <T> Derived<T> inline(Select<T> select, String name) {
    var query = select.query();
    var from = new Query.From(new Origin.Named("", name), Optional.of(query));
    return new Derived<>(select, query.columns(), from, Optional.empty());
  }

  static <T> Derived<T> common(Select<T> select, String name) {
    return named(select, name, Optional.of(new Query.Common(name, select.query(), false)));
  }

  static <T> Derived<T> recursive(
      Select<T> select, String name, Function<Derived<T>, Select<T>> step) {
    var next = step.apply(named(select, name, Optional.empty()));
    var all = select.union(next).query();
    return named(select, name, Optional.of(new Query.Common(name, all, true)));
  }

  private static <T> Derived<T> named(
      Select<T> select, String name, Optional<Query.Common> common) {
    var from = Query.From.table(new Origin.Named(name, name));
    return new Derived<>(select, select.query().columns(), from, common);
  }

  @Override
  public Query.From from() {
    return from;
  }

  /// The query that must be written before one that reads this; none for one written in place.
  Optional<Query.Common> common() {
    return common;
  }

  /// A query of its rows.
  public Select<T> select() {
    var query =
        Query.of(
            new Query.Block(
                from, List.of(), List.of(), false, Optional.empty(), List.of(), Optional.empty()));
    var labelled = IntStream.range(0, columns.size()).<Node>mapToObj(this::column).toList();
    return new Select<>(
        session, result.through(labelled), query.withCommon(common.stream().toList()));
  }

  /// The column of a number that the query reads.
  public <N extends Number> NumberExpression<N> get(NumberExpression<N> expression) {
    return new NumberExpression.Computed<>(column(expression), expression.type());
  }

  /// The column of a text that the query reads.
  public TextExpression get(TextExpression expression) {
    return new TextExpression.Computed(column(expression), expression.type());
  }

  /// The column of a value that the query reads.
  public <V> OrderedExpression<V> get(OrderedExpression<V> expression) {
    return new OrderedExpression.Computed<>(column(expression), expression.type());
  }

  /// The column of a value that the query reads.
  public <V> Expression<V> get(Expression<V> expression) {
    return new Expression.Computed<>(column(expression), expression.type());
  }

  private Node column(Expression<?> expression) {
    int position = columns.indexOf(expression.node());
    if (position < 0) {
      throw new UsageException(
          "NotRead",
          from.name().name()
              + ": got an expression that its query does not read, expected one of those it does."
              + " Add it there.");
    }
    return column(position);
  }

  private Node column(int position) {
    return new ColumnRef(from.name(), "c" + (position + 1));
  }
}
