package dev.ambix.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A statement ran longer than it may, and was cancelled.
public final class QueryTimeout extends AmbixException {
  private static final long serialVersionUID = 1L;

  private final String sql;

  public QueryTimeout(String sql, Duration limit, @Nullable Throwable cause) {
    super(
        "QueryTimeout",
        "statement: cancelled after "
            + limit.toMillis()
            + " ms: "
            + sql
            + ". Narrow the query, add an index, or raise the statement timeout.",
        cause);
    this.sql = sql;
  }

  /// The statement, without its values.
  public String sql() {
    return sql;
  }
}
