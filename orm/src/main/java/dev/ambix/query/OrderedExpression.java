package dev.ambix.query;

import dev.ambix.query.Node.Comparison;
import dev.ambix.query.Node.Operator;
import dev.ambix.type.Type;
import java.util.Objects;

/// An expression whose values have an order.
///
/// @param <T> the Java type of its value, boxed
public interface OrderedExpression<T> extends Expression<T> {
  default Condition lt(T value) {
    return compare(Operator.LESS, value);
  }

  default Condition le(T value) {
    return compare(Operator.LESS_OR_EQUAL, value);
  }

  default Condition gt(T value) {
    return compare(Operator.GREATER, value);
  }

  default Condition ge(T value) {
    return compare(Operator.GREATER_OR_EQUAL, value);
  }

  default Condition lt(Expression<T> other) {
    return new Condition(new Comparison(Operator.LESS, node(), other.node()));
  }

  default Condition le(Expression<T> other) {
    return new Condition(new Comparison(Operator.LESS_OR_EQUAL, node(), other.node()));
  }

  default Condition gt(Expression<T> other) {
    return new Condition(new Comparison(Operator.GREATER, node(), other.node()));
  }

  default Condition ge(Expression<T> other) {
    return new Condition(new Comparison(Operator.GREATER_OR_EQUAL, node(), other.node()));
  }

  /// At least `low` and at most `high`.
  default Condition between(T low, T high) {
    return ge(low).and(le(high));
  }

  /// At least `low` and at most `high`; not true where one is NULL.
  default Condition between(Expression<T> low, Expression<T> high) {
    return ge(low).and(le(high));
  }

  /// Less than the only value that the query reads.
  default Condition lt(Subquery<T> query) {
    return compare(Operator.LESS, query);
  }

  /// At most the only value that the query reads.
  default Condition le(Subquery<T> query) {
    return compare(Operator.LESS_OR_EQUAL, query);
  }

  /// Greater than the only value that the query reads.
  default Condition gt(Subquery<T> query) {
    return compare(Operator.GREATER, query);
  }

  /// At least the only value that the query reads.
  default Condition ge(Subquery<T> query) {
    return compare(Operator.GREATER_OR_EQUAL, query);
  }

  private Condition compare(Operator operator, Subquery<T> query) {
    return new Condition(new Comparison(operator, node(), new Node.Subquery(query.query())));
  }

  private Condition compare(Operator operator, T value) {
    var bind =
        new Node.Bind(type().toOperand(Objects.requireNonNull(value, "value")), type().sqlType());
    return new Condition(new Comparison(operator, node(), bind));
  }

  /// A value with an order, computed from others.
  record Computed<T>(Node node, Type<T> type) implements OrderedExpression<T> {}
}
