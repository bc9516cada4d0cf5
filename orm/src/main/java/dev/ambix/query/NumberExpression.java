package dev.ambix.query;

import dev.ambix.query.Node.Arithmetic;
import dev.ambix.query.Node.ArithmeticOperator;
import dev.ambix.type.Type;
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

  private NumberExpression<T> computed(ArithmeticOperator operator, T value) {
    var bind =
        new Node.Bind(type().toOperand(Objects.requireNonNull(value, "value")), type().sqlType());
    return new Computed<>(new Arithmetic(operator, node(), bind), type());
  }

  /// A number computed from others.
  record Computed<T extends Number>(Node node, Type<T> type) implements NumberExpression<T> {}
}
