package dev.ambix.error;

import org.jspecify.annotations.Nullable;

/// The engine refused a statement for a reason that has no type of its own.
public final class QueryFailed extends AmbixException {
  private static final long serialVersionUID = 1L;

  private final String sql;
  private final String sqlState;

  /// @param reason the engine's own words, which must not hold a bound value
  /// @param sqlState the SQLSTATE, or the engine's own code where it has none
  public QueryFailed(String sql, String sqlState, String reason, @Nullable Throwable cause) {
    super("QueryFailed", "statement: " + reason + " (" + sqlState + ") in: " + sql + ".", cause);
    this.sql = sql;
    this.sqlState = sqlState;
  }

  /// The statement, without its values.
  public String sql() {
    return sql;
  }

  /// The SQLSTATE, or the engine's own code where it has none.
  public String sqlState() {
    return sqlState;
  }
}
