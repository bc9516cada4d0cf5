package dev.ambix.query;

import dev.ambix.query.Node.Comparison;
import dev.ambix.query.Node.Operator;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Type;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Several expressions as one, to compare and to find: by the first, where these are equal by the
/// second, and so on. Immutable.
///
/// @param <V> the values: [Two] or [Three]
public final class Tuple<V> {
  private final List<Expression<?>> terms;
  private final Function<V, List<Node>> binds;

  private Tuple(List<Expression<?>> terms, Function<V, List<Node>> binds) {
    this.terms = terms;
    this.binds = binds;
  }

  /// Two expressions.
  public static <A, B> Tuple<Two<A, B>> of(Expression<A> a, Expression<B> b) {
    return new Tuple<>(List.of(a, b), values -> List.of(bind(a, values.a()), bind(b, values.b())));
  }

  /// Three expressions.
  public static <A, B, C> Tuple<Three<A, B, C>> of(
      Expression<A> a, Expression<B> b, Expression<C> c) {
    return new Tuple<>(
        List.of(a, b, c),
        values -> List.of(bind(a, values.a()), bind(b, values.b()), bind(c, values.c())));
  }

  /// Two values.
  public static <A, B> Two<A, B> values(A a, B b) {
    return new Two<>(a, b);
  }

  /// Three values.
  public static <A, B, C> Three<A, B, C> values(A a, B b, C c) {
    return new Three<>(a, b, c);
  }

  /// Two values, none of them null.
  public record Two<A, B>(A a, B b) {}

  /// Three values, none of them null.
  public record Three<A, B, C>(A a, B b, C c) {}

  private static <T> Node bind(Expression<T> expression, T value) {
    Type<T> type = expression.type();
    return new Node.Bind(type.toOperand(value), type.sqlType());
  }

  /// One of these; of none when there are none.
  public Condition in(Collection<V> values) {
    var rows = values.stream().map(value -> binds.apply(value).stream().map(Tuple::value).toList());
    List<SqlType> types = terms.stream().map(term -> term.type().sqlType()).toList();
    return new Condition(new Node.InTuples(nodes(), rows.toList(), types));
  }

  private static Object value(Node node) {
    return java.util.Objects.requireNonNull(((Node.Bind) node).value());
  }

  /// One of those that the query reads.
  public Condition in(Subquery<V> query) {
    return new Condition(new Node.InQuery(node(), query.query()));
  }

  public Condition eq(V values) {
    return compare(Operator.EQUAL, values);
  }

  public Condition lt(V values) {
    return compare(Operator.LESS, values);
  }

  public Condition le(V values) {
    return compare(Operator.LESS_OR_EQUAL, values);
  }

  public Condition gt(V values) {
    return compare(Operator.GREATER, values);
  }

  public Condition ge(V values) {
    return compare(Operator.GREATER_OR_EQUAL, values);
  }

  private Condition compare(Operator operator, V values) {
    return new Condition(new Comparison(operator, node(), new Node.Tuple(binds.apply(values))));
  }

  private Node node() {
    return new Node.Tuple(nodes());
  }

  private List<Node> nodes() {
    return terms.stream().<Node>map(Expression::node).toList();
  }
}
