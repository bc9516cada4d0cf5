package dev.ambix.session;

import dev.ambix.error.UsageException;

/// Keeps a session to its thread and to its life.
final class Guard {
  private final Thread owner = Thread.currentThread();
  private boolean closed;

  /// Ends the life of the session.
  ///
  /// @return whether it was alive
  boolean close() {
    if (closed) {
      return false;
    }
    checkThread();
    closed = true;
    return true;
  }

  /// Refuses a session that is closed, or on another thread.
  void check() {
    checkThread();
    if (closed) {
      throw new UsageException(
          "SessionClosed",
          "session: it is closed; got a use of it, expected none. Open another one; background work"
              + " opens its own.");
    }
  }

  private void checkThread() {
    if (!Thread.currentThread().equals(owner)) {
      throw new UsageException(
          "SessionThread",
          "session: got a use on "
              + Thread.currentThread()
              + ", expected "
              + owner
              + ", which opened it. Open another session there.");
    }
  }
}
