package dev.ambix.session;

import dev.ambix.error.AmbixException;
import dev.ambix.error.UsageException;

/// The savepoints of a session: blocks that can fail by themselves.
final class Savepoints {
  private final Session session;
  private final Connector connector;
  private final Context context;
  private final Callbacks callbacks;
  private int made;
  private int open;

  Savepoints(Session session, Connector connector, Context context, Callbacks callbacks) {
    this.session = session;
    this.connector = connector;
    this.context = context;
    this.callbacks = callbacks;
  }

  /// Runs a block; when it throws, the database, the objects and the callbacks are as before.
  void run(Runnable block) {
    session.flush();
    var name = "ambix_" + ++made;
    connector.savepoint(name);
    var saved = context.save();
    int waiting = callbacks.waiting();
    open++;
    try {
      block.run();
      session.flush();
      connector.releaseSavepoint(name);
    } catch (RuntimeException | Error failure) {
      callbacks.forgetAfter(waiting);
      context.restore(saved);
      rollbackTo(name, failure);
      throw failure;
    } finally {
      open--;
    }
  }

  private void rollbackTo(String name, Throwable failure) {
    try {
      connector.rollbackTo(name);
    } catch (AmbixException second) {
      failure.addSuppressed(second);
    }
  }

  /// Refuses to end the transaction while a block runs in a savepoint of it.
  void requireNone(String verb) {
    if (open > 0) {
      throw new UsageException(
          "InSavepoint",
          "session: got "
              + verb
              + " in a savepoint, expected it after. Let the block return or throw.");
    }
  }
}
