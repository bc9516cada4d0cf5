package dev.ambix.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Another row has this value of a unique key.
public final class UniqueViolation extends AmbixException {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final String constraint;
  private final transient List<String> columns;

  public UniqueViolation(
      String table, String constraint, List<String> columns, @Nullable Throwable cause) {
    super(
        "UniqueViolation",
        table
            + (columns.isEmpty() ? "" : "." + String.join(", ", columns))
            + ": another row has this value ("
            + constraint
            + "). Choose another, or change that row.",
        cause);
    this.table = table;
    this.constraint = constraint;
    this.columns = List.copyOf(columns);
  }

  /// The table whose key is taken.
  public String table() {
    return table;
  }

  /// The name of the unique key or primary key.
  public String constraint() {
    return constraint;
  }

  /// The columns of the key, in order.
  public List<String> columns() {
    return columns;
  }
}
