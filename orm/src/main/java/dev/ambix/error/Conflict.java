package dev.ambix.error;

import org.jspecify.annotations.Nullable;

/// The engine ended this transaction in favour of another one: a deadlock, a serialization failure,
/// or a lock that was not to be had. The whole transaction may be run again.
public final class Conflict extends AmbixException {
  private static final long serialVersionUID = 1L;

  /// @param problem which of the conflicts it was, such as `deadlock`
  public Conflict(String problem, @Nullable Throwable cause) {
    super(
        "Conflict",
        "transaction: " + problem + ". Run the whole block again: transaction().retries(n).",
        cause);
  }
}
