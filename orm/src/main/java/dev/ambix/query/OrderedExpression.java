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

  private Condition compare(Operator operator, T value) {
    var bind =
        new Node.Bind(type().toOperand(Objects.requireNonNull(value, "value")), type().sqlType());
    return new Condition(new Comparison(operator, node(), bind));
  }

  /// A value with an order, computed from others.
  record Computed<T>(Node node, Type<T> type) implements OrderedExpression<T> {}
}
