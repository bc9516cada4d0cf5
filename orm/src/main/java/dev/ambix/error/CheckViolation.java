package dev.ambix.error;

import org.jspecify.annotations.Nullable;

/// A row does not satisfy a CHECK constraint.
public final class CheckViolation extends AmbixException {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final String constraint;

  public CheckViolation(String table, String constraint, @Nullable Throwable cause) {
    super(
        "CheckViolation",
        table + ": a row does not satisfy the check " + constraint + ". Correct the values.",
        cause);
    this.table = table;
    this.constraint = constraint;
  }

  public String table() {
    return table;
  }

  public String constraint() {
    return constraint;
  }
}
