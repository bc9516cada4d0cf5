package dev.ambix.query;

import dev.ambix.query.Node.Comparison;
import dev.ambix.query.Node.Operator;
import dev.ambix.type.Type;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// A typed SQL expression: a column, or something computed from columns. Immutable.
///
/// @param <T> the Java type of its value, boxed
public interface Expression<T> {
  /// The expression as data.
  Node node();

  /// How its values stand in a column.
  Type<T> type();

  /// Equal to the value, which is not null: for NULL there is [#isNull].
  default Condition eq(T value) {
    return new Condition(new Comparison(Operator.EQUAL, node(), bind(value)));
  }

  /// Equal to the other expression; not true where either is NULL.
  default Condition eq(Expression<T> other) {
    return new Condition(new Comparison(Operator.EQUAL, node(), other.node()));
  }

  /// Different from the value; not true for NULL.
  default Condition ne(T value) {
    return new Condition(new Comparison(Operator.NOT_EQUAL, node(), bind(value)));
  }

  /// Different from the other expression; not true where either is NULL.
  default Condition ne(Expression<T> other) {
    return new Condition(new Comparison(Operator.NOT_EQUAL, node(), other.node()));
  }

  /// One of the values; of none when there are none.
  default Condition in(Collection<? extends T> values) {
    List<Object> columnValues =
        values.stream()
            .<Object>map(value -> type().toOperand(Objects.requireNonNull(value, "value")))
            .toList();
    return new Condition(new Node.In(node(), columnValues, type().sqlType()));
  }

  /// None of the values; not true for NULL.
  default Condition notIn(Collection<? extends T> values) {
    return in(values).not();
  }

  default Condition isNull() {
    return new Condition(new Node.IsNull(node()));
  }

  default Condition isNotNull() {
    return isNull().not();
  }

  /// Orders by this, the smallest first.
  default Order asc() {
    return new Order(this, false);
  }

  /// Orders by this, the greatest first.
  default Order desc() {
    return new Order(this, true);
  }

  /// This value as a bind of this expression's type.
  private Node bind(T value) {
    return new Node.Bind(
        type().toOperand(Objects.requireNonNull(value, "value")), type().sqlType());
  }

  /// A value computed from others.
  record Computed<T>(Node node, Type<T> type) implements Expression<T> {}
}
