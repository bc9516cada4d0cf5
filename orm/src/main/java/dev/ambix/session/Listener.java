package dev.ambix.session;

import dev.ambix.error.AmbixException;
import java.time.Duration;
import java.util.Optional;

/// Hears of what sessions do. It is called on the session's thread, in the middle of its work, so
/// it must be quick, must not use the session, and must be safe for any thread. What it throws
/// reaches the caller of the session.
public interface Listener {
  /// A statement has run, or has failed.
  default void onStatement(StatementEvent event) {}

  /// A transaction has ended.
  ///
  /// @param committed whether it was committed
  default void onTransactionEnd(boolean committed) {}

  /// A statement that has run.
  ///
  /// @param sql its text, without values
  /// @param elapsed how long it took, with the reading of its rows
  /// @param rows how many rows it gave, or changed
  /// @param executions how many times it ran: more than 1 for a batch
  /// @param caller the first stack frame outside Ambix
  /// @param error why it failed, if it did
  record StatementEvent(
      String sql,
      Duration elapsed,
      long rows,
      int executions,
      Optional<StackTraceElement> caller,
      Optional<AmbixException> error) {}
}
