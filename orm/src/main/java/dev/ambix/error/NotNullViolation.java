package dev.ambix.error;

import org.jspecify.annotations.Nullable;

/// A column that must have a value got none.
public final class NotNullViolation extends AmbixException {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final String column;

  public NotNullViolation(String table, String column, @Nullable Throwable cause) {
    super(
        "NotNullViolation",
        table
            + "."
            + column
            + ": got NULL, expected a value. Set it, or mark the attribute @Nullable.",
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
