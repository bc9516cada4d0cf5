package dev.ambix.query;

import dev.ambix.error.UsageException;
import dev.ambix.type.Type;

/// A query as a part of another one: the values that it reads, or whether it has rows. It may name
/// columns of the query around it. A `Select` of the session is one.
///
/// @param <T> what a row is read into
public interface Subquery<T> {
  /// The query as data.
  Query query();

  /// The type of the value that it reads.
  ///
  /// @throws UsageException `NotAValue` when it reads something else than a single value
  Type<T> type();
}
