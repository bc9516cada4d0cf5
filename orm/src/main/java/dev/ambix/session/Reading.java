package dev.ambix.session;

import dev.ambix.query.Node;
import dev.ambix.type.Row;
import java.util.List;
import java.util.Set;

/// One reading of a result, row by row; what its rows lead to is loaded at the end. It serves once,
/// or for one chunk of a stream.
///
/// @param <T> what a row is read into
interface Reading<T> {
  /// What the statement reads, in order.
  List<Node> nodes();

  /// The tables that are read, here or at the end.
  Set<String> tables();

  /// Takes a row.
  void read(Row row);

  /// Loads what the rows lead to.
  ///
  /// @return what the rows were read into, in order
  List<T> finish();
}
