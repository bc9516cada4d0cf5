package dev.ambix.driver;

import dev.ambix.type.Row;
import java.util.List;

/// The rows of a result, one at a time: as a [Row] it is the current one.
public interface Rows extends Row {
  /// Moves to the next row.
  ///
  /// @return whether there is one
  boolean next();

  /// The names of the columns, in order.
  List<String> labels();
}
