package dev.ambix.error;

import org.jspecify.annotations.Nullable;

/// The database cannot be reached, or went away in the middle of a transaction.
public final class DatabaseUnavailable extends AmbixException {
  private static final long serialVersionUID = 1L;

  /// For what passes by itself.
  ///
  /// @param problem what happened, without credentials
  public DatabaseUnavailable(String problem, @Nullable Throwable cause) {
    this(problem, "Try again later.", cause);
  }

  /// @param problem what happened, without credentials
  /// @param fix what to do about it, as a sentence
  public DatabaseUnavailable(String problem, String fix, @Nullable Throwable cause) {
    super("DatabaseUnavailable", "database: " + problem + ". " + fix, cause);
  }
}
