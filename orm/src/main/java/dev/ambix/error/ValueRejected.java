package dev.ambix.error;

import org.jspecify.annotations.Nullable;

/// A value does not fit its column: too long, out of range, or not storable at all.
public final class ValueRejected extends AmbixException {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final String column;

  /// @param table the table; empty where the engine does not tell
  /// @param column the column; empty where the engine does not tell
  /// @param problem what is wrong with the value, without the value
  public ValueRejected(String table, String column, String problem, @Nullable Throwable cause) {
    super(
        "ValueRejected",
        (table.isEmpty() ? "value" : column.isEmpty() ? table : table + "." + column)
            + ": "
            + problem
            + ".",
        cause);
    this.table = table;
    this.column = column;
  }

  public String table() {
    return table;
  }

  public String column() {
    return column;
  }
}
