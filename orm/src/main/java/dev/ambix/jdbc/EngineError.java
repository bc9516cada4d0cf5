package dev.ambix.jdbc;

import java.sql.SQLException;

/// An error of the engine without its text, which may hold values: the code, and where it came
/// from. It stands as the cause of what this package throws.
final class EngineError extends SQLException {
  private static final long serialVersionUID = 1L;

  private EngineError(String code, SQLException original) {
    super("the engine's error " + code, original.getSQLState(), original.getErrorCode());
    setStackTrace(original.getStackTrace());
  }

  /// @param code the SQLSTATE, or the engine's own code
  static EngineError of(String code, SQLException original) {
    return new EngineError(code, original);
  }
}
