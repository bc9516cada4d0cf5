package dev.ambix.session;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Some rows of an ordered query, and the way to those that follow.
///
/// @param items the rows, in order
/// @param next the cursor of the page that follows; null when this is the last
/// @param <T> what a row is read into
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }

  /// The same page with each item turned into something else.
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), next);
  }
}
