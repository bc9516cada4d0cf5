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
    this(
        table,
        constraint,
        columns,
        "another row has this value (" + constraint + "). Choose another, or change that row.",
        cause);
  }

  private UniqueViolation(
      String table,
      String constraint,
      List<String> columns,
      String problem,
      @Nullable Throwable cause) {
    super(
        "UniqueViolation",
        table + (columns.isEmpty() ? "" : "." + String.join(", ", columns)) + ": " + problem,
        cause);
    this.table = table;
    this.constraint = constraint;
    this.columns = List.copyOf(columns);
  }

  /// For an insert of a primary key that is there.
  public static UniqueViolation ofInsert(
      String table, String constraint, List<String> columns, @Nullable Throwable cause) {
    return new UniqueViolation(
        table,
        constraint,
        columns,
        "a row of this key is there already ("
            + constraint
            + "). Use find and change what it gives, or upsert.",
        cause);
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
