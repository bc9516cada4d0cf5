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

  /// Makes sure that what the current row has in this column can be read as this class without
  /// losing anything; NULL can. For columns that only the engine knows: a text is no number, and
  /// 1.9 is no `Long`.
  ///
  /// @param type `Boolean`, `Integer`, `Long`, `Float`, `Double`, `BigDecimal`, `byte[]`, `UUID`,
  ///   or one of `java.time`
  /// @throws dev.ambix.error.UsageException `ColumnType` when it cannot
  void require(int column, Class<?> type);
}
