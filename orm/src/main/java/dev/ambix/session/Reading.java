package dev.ambix.session;

import dev.ambix.query.Node;
import dev.ambix.type.Row;
import java.util.List;

/// One reading of a result, row by row; what its rows lead to is loaded at the end. It serves once,
/// or for one chunk of a stream.
///
/// @param <T> what a row is read into
interface Reading<T> {
  /// What the statement reads, in order.
  List<Node> nodes();

  /// Takes a row.
  void read(Row row);

  /// How many rows it has taken.
  int size();

  /// Loads what the rows lead to.
  ///
  /// @return what the rows were read into, in order
  List<T> finish();
}
