package dev.ambix.session;

import dev.ambix.error.UsageException;

/// Keeps a session to its thread and to its life.
final class Guard {
  private final Thread owner = Thread.currentThread();
  private boolean closed;
  private boolean calling;

  boolean isClosed() {
    return closed;
  }

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

  /// Runs what waited for the commit, which is outside the session.
  void call(Runnable callbacks) {
    calling = true;
    try {
      callbacks.run();
    } finally {
      calling = false;
    }
  }

  /// Refuses a session that is closed, on another thread, or between a commit and its callbacks.
  void check() {
    checkThread();
    if (calling) {
      throw new UsageException(
          "AfterCommit",
          "afterCommit: got a use of the session that has committed, expected none, as nothing would"
              + " commit it. Open another one.");
    }
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
