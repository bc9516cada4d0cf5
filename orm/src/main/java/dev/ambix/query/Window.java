package dev.ambix.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rows around a row from which a window function computes its value. Immutable.
///
/// @param partition what they have in common; empty for nothing
/// @param orders how they are ordered
/// @param frame which of them count; empty for those from the first to the last that is equal in
///   order, or for all where there is no order
public record Window(List<Node> partition, List<Order> orders, Optional<Frame> frame) {
  public Window {
    partition = List.copyOf(partition);
    orders = List.copyOf(orders);
  }

  /// All rows of the query.
  public static Window all() {
    return new Window(List.of(), List.of(), Optional.empty());
  }

  /// The rows that have these values in common.
  public static Window partitionBy(Expression<?>... expressions) {
    return new Window(
        Arrays.stream(expressions).<Node>map(Expression::node).toList(),
        List.of(),
        Optional.empty());
  }

  /// The same rows in an order, after the orders given before.
  public Window orderBy(Order... more) {
    var all = Stream.concat(orders.stream(), Arrays.stream(more)).toList();
    return new Window(partition, all, frame);
  }

  /// Those of them from one place to another: `rows(preceding(2), current())` counts the row and
  /// the two before it.
  public Window rows(Bound from, Bound to) {
    return new Window(partition, orders, Optional.of(new Frame(true, from, to)));
  }

  /// As [#rows], where rows that are equal in order stand at one place; bounds of a number count
  /// what the rows are ordered by, which is one number.
  public Window range(Bound from, Bound to) {
    return new Window(partition, orders, Optional.of(new Frame(false, from, to)));
  }

  /// Which rows count, from one bound to another.
  ///
  /// @param rows whether the bounds count rows, and not what they are ordered by
  public record Frame(boolean rows, Bound from, Bound to) {}

  /// A place in the order of a window.
  public sealed interface Bound {
    /// Before the first row.
    static Bound start() {
      return new Unbounded(false);
    }

    /// After the last row.
    static Bound end() {
      return new Unbounded(true);
    }

    /// The row itself.
    static Bound current() {
      return new Offset(0);
    }

    /// So many places before the row.
    static Bound preceding(int places) {
      return new Offset(Math.negateExact(places));
    }

    /// So many places after the row.
    static Bound following(int places) {
      return new Offset(places);
    }

    /// The first or the last of all.
    record Unbounded(boolean end) implements Bound {}

    /// A place counted from the row; before it where the number is negative.
    record Offset(int places) implements Bound {}
  }
}
