package dev.ambix.error;

import org.jspecify.annotations.Nullable;

/// A page cursor that this query did not make.
public final class InvalidCursor extends AmbixException {
  private static final long serialVersionUID = 1L;

  /// @param problem what is wrong with it
  public InvalidCursor(String problem, @Nullable Throwable cause) {
    super(
        "InvalidCursor",
        "cursor: " + problem + ". Pass the `next` of the page before, or none for the first page.",
        cause);
  }
}
