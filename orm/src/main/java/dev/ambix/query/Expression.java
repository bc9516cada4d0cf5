package dev.ambix.query;

import dev.ambix.error.UsageException;
import dev.ambix.query.Node.ArrayOperator;
import dev.ambix.query.Node.Comparison;
import dev.ambix.query.Node.Operator;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Type;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /// One of the values that the query reads.
  default Condition in(Subquery<T> query) {
    return new Condition(new Node.InQuery(node(), query.query()));
  }

  /// None of the values that the query reads; not true for NULL, nor where the query reads one.
  default Condition notIn(Subquery<T> query) {
    return in(query).not();
  }

  /// Equal to the only value that the query reads; not true where it reads none.
  default Condition eq(Subquery<T> query) {
    return new Condition(new Comparison(Operator.EQUAL, node(), new Node.Subquery(query.query())));
  }

  /// Equal to the value, or both are NULL; true or false, never unknown.
  default Condition isSame(@Nullable T value) {
    return new Condition(
        value == null ? new Node.IsNull(node()) : new Node.Same(node(), bind(value)));
  }

  /// Equal to the other expression, or both are NULL; true or false, never unknown.
  default Condition isSame(Expression<T> other) {
    return new Condition(new Node.Same(node(), other.node()));
  }

  /// The opposite of [#isSame(Object)]: true for NULL, unless the value is null.
  default Condition isDistinctFrom(@Nullable T value) {
    return isSame(value).not();
  }

  /// The opposite of [#isSame(Expression)].
  default Condition isDistinctFrom(Expression<T> other) {
    return isSame(other).not();
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

  /// An expression whose values are lists.
  ///
  /// @param <E> the type of their elements
  interface ListExpression<E> extends Expression<List<E>> {
    /// Whether the list holds the value.
    default Condition contains(E value) {
      return containsAll(List.of(value));
    }

    /// Whether the list holds each of the values; of none, true.
    default Condition containsAll(Collection<? extends E> values) {
      return array(ArrayOperator.CONTAINS_ALL, values);
    }

    /// Whether the list holds at least one of the values; of none, false.
    default Condition overlaps(Collection<? extends E> values) {
      return array(ArrayOperator.OVERLAPS, values);
    }

    /// How many elements the list has.
    default NumberExpression<Integer> length() {
      return new NumberExpression.Computed<>(node(ArrayOperator.LENGTH, List.of()), Type.INTEGER);
    }

    /// A list computed from others.
    record Computed<E>(Node node, Type<List<E>> type) implements ListExpression<E> {}

    private Condition array(ArrayOperator operator, Collection<? extends E> values) {
      return new Condition(node(operator, List.copyOf(values)));
    }

    private Node node(ArrayOperator operator, List<E> values) {
      return new Node.ArrayOp(
          operator,
          node(),
          List.copyOf((List<?>) type().toOperand(values)),
          (SqlType.Array) type().sqlType());
    }
  }

  /// An expression whose values are JSON. A path names properties from the outermost on; a number
  /// in it is a position in an array, from 0. Where there is no such value, or null, it is NULL.
  ///
  /// @param <T> the type of its values
  interface JsonExpression<T> extends Expression<T> {
    /// A text inside.
    default TextExpression text(String... path) {
      return new TextExpression.Computed(path(Type.TEXT, path), Type.TEXT);
    }

    /// A number inside.
    default NumberExpression<Double> number(String... path) {
      return new NumberExpression.Computed<>(path(Type.DOUBLE, path), Type.DOUBLE);
    }

    /// A value inside of a type that stands in JSON as it stands in a column: a constant of [Type],
    /// or an enum.
    default <V> OrderedExpression<V> at(Type<V> type, String... path) {
      return new OrderedExpression.Computed<>(path(type, path), type);
    }

    /// JSON computed from others.
    record Computed<T>(Node node, Type<T> type) implements JsonExpression<T> {}

    private Node path(Type<?> type, String... path) {
      for (var step : path) {
        if (step.chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ')) {
          throw new UsageException(
              "JsonPath",
              "json: a step of the path holds a quote, a backslash or a control character;"
                  + " got it in step "
                  + (List.of(path).indexOf(step) + 1)
                  + ", expected the name of a property. Read the value, and look in it.");
        }
      }
      return new Node.JsonPath(node(), List.of(path), type.sqlType());
    }
  }

  /// This value as a bind of this expression's type.
  private Node bind(T value) {
    return new Node.Bind(
        type().toOperand(Objects.requireNonNull(value, "value")), type().sqlType());
  }

  /// A value computed from others.
  record Computed<T>(Node node, Type<T> type) implements Expression<T> {}
}
