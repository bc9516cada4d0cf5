package dev.ambix.query;

import dev.ambix.query.Node.Call;
import dev.ambix.type.Type;
import java.util.Optional;

/// A value computed from many rows: from those of a group, from all where there are no groups, or
/// from those in a window around each row. Immutable.
///
/// @param <T> the Java type of its value, boxed
public sealed interface Aggregate<T> extends OrderedExpression<T> {
  /// The call as data.
  Call call();

  @Override
  default Node node() {
    return call();
  }

  /// Computed from the rows that satisfy the condition.
  Aggregate<T> filter(Condition condition);

  /// Computed for each row from the rows in a window around it, without grouping them.
  Aggregate<T> over(Window window);

  private static Call filtered(Call call, Condition condition) {
    var filter = call.filter().map(given -> new Condition(given).and(condition)).orElse(condition);
    return new Call(
        call.function(),
        call.arguments(),
        call.distinct(),
        call.orders(),
        Optional.of(filter.node()),
        call.over(),
        call.type());
  }

  private static Call windowed(Call call, Window window) {
    return new Call(
        call.function(),
        call.arguments(),
        call.distinct(),
        call.orders(),
        call.filter(),
        Optional.of(window),
        call.type());
  }

  /// A number.
  record OfNumber<T extends Number>(Call call, Type<T> type)
      implements Aggregate<T>, NumberExpression<T> {
    @Override
    public OfNumber<T> filter(Condition condition) {
      return new OfNumber<>(filtered(call, condition), type);
    }

    @Override
    public OfNumber<T> over(Window window) {
      return new OfNumber<>(windowed(call, window), type);
    }

    @Override
    public Node node() {
      return call;
    }
  }

  /// A text.
  record OfText(Call call, Type<String> type) implements Aggregate<String>, TextExpression {
    @Override
    public OfText filter(Condition condition) {
      return new OfText(filtered(call, condition), type);
    }

    @Override
    public OfText over(Window window) {
      return new OfText(windowed(call, window), type);
    }

    @Override
    public Node node() {
      return call;
    }
  }

  /// Another value.
  record OfValue<T>(Call call, Type<T> type) implements Aggregate<T> {
    @Override
    public OfValue<T> filter(Condition condition) {
      return new OfValue<>(filtered(call, condition), type);
    }

    @Override
    public OfValue<T> over(Window window) {
      return new OfValue<>(windowed(call, window), type);
    }
  }
}
