package dev.ambix.error;

import org.jspecify.annotations.Nullable;

/// A row refers to one that is not there, or one that is still referred to was to go.
public final class ForeignKeyViolation extends AmbixException {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final String constraint;

  /// @param table the table of the statement; empty where the engine does not tell (SQLite, at the
  ///   commit)
  /// @param constraint the foreign key's name; empty where the engine does not tell (SQLite)
  public ForeignKeyViolation(String table, String constraint, @Nullable Throwable cause) {
    super(
        "ForeignKeyViolation",
        (table.isEmpty() ? "transaction" : table)
            + ": a row refers to one that is missing, or is still referred to"
            + (constraint.isEmpty() ? "" : " (" + constraint + ")")
            + ". Add the missing row first, or delete the referring rows first.",
        cause);
    this.table = table;
    this.constraint = constraint;
  }

  /// The table of the statement that failed; empty where the engine does not tell (SQLite, at the
  /// commit).
  public String table() {
    return table;
  }

  /// The name of the foreign key; empty where the engine does not tell (SQLite).
  public String constraint() {
    return constraint;
  }
}
