package dev.ambix.query;

import dev.ambix.query.Node.Arithmetic;
import dev.ambix.query.Node.ArithmeticOperator;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Type;
import java.util.List;
import java.util.Objects;

/// An expression whose values are numbers.
///
/// @param <T> the Java type of its value, boxed
public interface NumberExpression<T extends Number> extends OrderedExpression<T> {
  default NumberExpression<T> plus(T value) {
    return computed(ArithmeticOperator.PLUS, value);
  }

  default NumberExpression<T> minus(T value) {
    return computed(ArithmeticOperator.MINUS, value);
  }

  default NumberExpression<T> times(T value) {
    return computed(ArithmeticOperator.TIMES, value);
  }

  default NumberExpression<T> plus(NumberExpression<T> other) {
    return computed(ArithmeticOperator.PLUS, other.node());
  }

  default NumberExpression<T> minus(NumberExpression<T> other) {
    return computed(ArithmeticOperator.MINUS, other.node());
  }

  default NumberExpression<T> times(NumberExpression<T> other) {
    return computed(ArithmeticOperator.TIMES, other.node());
  }

  /// Divided by the value. Integers give an integer, cut towards 0.
  default NumberExpression<T> dividedBy(T value) {
    return dividedBy(bind(value));
  }

  /// Divided by the other number; NULL where that is 0. Integers give an integer, cut towards 0.
  default NumberExpression<T> dividedBy(NumberExpression<T> other) {
    return dividedBy(other.node());
  }

  private NumberExpression<T> dividedBy(Node divisor) {
    return new Computed<>(
        new Node.Known(Node.Scalar.DIVIDE, List.of(node(), divisor), type().sqlType()), type());
  }

  /// With the opposite sign.
  default NumberExpression<T> negated() {
    var zero = new Node.Bind(0, new SqlType.Int());
    return new Computed<>(new Arithmetic(ArithmeticOperator.MINUS, zero, node()), type());
  }

  private NumberExpression<T> computed(ArithmeticOperator operator, T value) {
    return computed(operator, bind(value));
  }

  private NumberExpression<T> computed(ArithmeticOperator operator, Node other) {
    return new Computed<>(new Arithmetic(operator, node(), other), type());
  }

  private Node bind(T value) {
    return new Node.Bind(
        type().toOperand(Objects.requireNonNull(value, "value")), type().sqlType());
  }

  /// A number computed from others.
  record Computed<T extends Number>(Node node, Type<T> type) implements NumberExpression<T> {}
}
