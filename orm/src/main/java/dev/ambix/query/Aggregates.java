package dev.ambix.query;

import dev.ambix.query.Aggregate.OfNumber;
import dev.ambix.query.Aggregate.OfText;
import dev.ambix.query.Aggregate.OfValue;
import dev.ambix.query.Node.Call;
import dev.ambix.query.Node.Calls;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The functions of many rows, for `import static`: over groups, and over the windows of rows. All
/// but the counts pass over NULL, and are NULL where no row has a value.
public final class Aggregates {
  private Aggregates() {}

  /// How many rows there are.
  public static OfNumber<Long> count() {
    return number(Calls.COUNT, Type.LONG);
  }

  /// How many values are not NULL.
  public static OfNumber<Long> count(Expression<?> value) {
    return number(Calls.COUNT, Type.LONG, value.node());
  }

  /// How many different values there are that are not NULL.
  public static OfNumber<Long> countDistinct(Expression<?> value) {
    var call = call(Calls.COUNT, true, List.of(), Type.LONG, value.node());
    return new OfNumber<>(call, Type.LONG);
  }

  // The sums differ in what they take after erasure, so that each can have a type of its own.

  /// The sum of integers, which may be greater than one.
  public static OfNumber<Long> sum(Expression<Integer> number) {
    return number(Calls.SUM, Type.LONG, number.node());
  }

  /// The sum of integers of 64 bits; beyond these it is an error.
  public static OfNumber<Long> sum(OrderedExpression<Long> number) {
    return number(Calls.SUM, Type.LONG, number.node());
  }

  /// The sum of decimal numbers, with as many digits after the point as they have.
  public static OfNumber<BigDecimal> sum(NumberExpression<BigDecimal> number) {
    return number(Calls.SUM, number.type(), number.node());
  }

  /// The sum of floating-point numbers.
  @SuppressWarnings("ExtendsObject") // what it takes after erasure
  public static <X extends Object & Expression<Double>> OfNumber<Double> sum(X number) {
    return number(Calls.SUM, Type.DOUBLE, number.node());
  }

  /// The mean.
  public static OfNumber<Double> avg(NumberExpression<?> number) {
    return number(Calls.AVG, Type.DOUBLE, number.node());
  }

  /// The smallest number.
  public static <N extends Number> OfNumber<N> min(NumberExpression<N> number) {
    return number(Calls.MIN, number.type(), number.node());
  }

  /// The first text in order.
  public static OfText min(TextExpression text) {
    return text(Calls.MIN, text);
  }

  /// The smallest value.
  public static <T> OfValue<T> min(OrderedExpression<T> value) {
    return value(Calls.MIN, value.type(), value.node());
  }

  /// The greatest number.
  public static <N extends Number> OfNumber<N> max(NumberExpression<N> number) {
    return number(Calls.MAX, number.type(), number.node());
  }

  /// The last text in order.
  public static OfText max(TextExpression text) {
    return text(Calls.MAX, text);
  }

  /// The greatest value.
  public static <T> OfValue<T> max(OrderedExpression<T> value) {
    return value(Calls.MAX, value.type(), value.node());
  }

  /// The texts one after the other, with a text between them.
  public static OfText joined(TextExpression text, String separator, Order... orders) {
    var between = new Node.Bind(separator, new SqlType.Text());
    return new OfText(
        call(Calls.JOINED_TEXT, false, List.of(orders), Type.TEXT, text.node(), between),
        Type.TEXT);
  }

  // What follows needs a window.

  /// The place of the row in its window, counted from 1.
  public static OfNumber<Long> rowNumber() {
    return number(Calls.ROW_NUMBER, Type.LONG);
  }

  /// As [#rowNumber], where rows that are equal in order share the first of their places.
  public static OfNumber<Long> rank() {
    return number(Calls.RANK, Type.LONG);
  }

  /// As [#rank], without gaps after places that are shared.
  public static OfNumber<Long> denseRank() {
    return number(Calls.DENSE_RANK, Type.LONG);
  }

  /// In which of so many parts of the window, as even as can be, the row is, counted from 1.
  public static OfNumber<Integer> ntile(int parts) {
    return number(Calls.NTILE, Type.INTEGER, whole(parts));
  }

  /// The value of the row so many places before; NULL where there is none.
  public static <T> OfValue<T> lag(Expression<T> value, int places) {
    return value(Calls.LAG, value.type(), value.node(), whole(places));
  }

  /// The value of the row so many places after; NULL where there is none.
  public static <T> OfValue<T> lead(Expression<T> value, int places) {
    return value(Calls.LEAD, value.type(), value.node(), whole(places));
  }

  /// The value of the first row of the window.
  public static <T> OfValue<T> firstValue(Expression<T> value) {
    return value(Calls.FIRST_VALUE, value.type(), value.node());
  }

  /// The value of the last row of the window, which is the present one unless the window's frame
  /// says otherwise.
  public static <T> OfValue<T> lastValue(Expression<T> value) {
    return value(Calls.LAST_VALUE, value.type(), value.node());
  }

  private static Node whole(int number) {
    return new Node.Bind(number, new SqlType.Int());
  }

  private static OfText text(Calls function, TextExpression text) {
    return new OfText(call(function, false, List.of(), text.type(), text.node()), text.type());
  }

  private static <T> OfValue<T> value(Calls function, Type<T> type, Node... arguments) {
    return new OfValue<>(call(function, false, List.of(), type, arguments), type);
  }

  private static <N extends Number> OfNumber<N> number(
      Calls function, Type<N> type, Node... arguments) {
    return new OfNumber<>(call(function, false, List.of(), type, arguments), type);
  }

  private static Call call(
      Calls function, boolean distinct, List<Order> orders, Type<?> type, Node... arguments) {
    return new Call(
        function,
        List.of(arguments),
        distinct,
        orders,
        Optional.empty(),
        Optional.empty(),
        type.sqlType());
  }
}
