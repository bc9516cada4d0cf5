package dev.ambix.error;

import org.jspecify.annotations.Nullable;

/// The database cannot be reached, or went away in the middle of a transaction.
public final class DatabaseUnavailable extends AmbixException {
  private static final long serialVersionUID = 1L;

  /// @param problem what happened, without address or credentials
  public DatabaseUnavailable(String problem, @Nullable Throwable cause) {
    super("DatabaseUnavailable", "database: " + problem + ". Try again later.", cause);
  }
}
