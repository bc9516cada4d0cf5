package dev.ambix.migrate.run;

import dev.ambix.migrate.revision.Direction;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Step;
import java.time.Duration;

/// Hears how a run goes on. Called on the thread that runs.
public interface RunListener {
  /// Hears nothing.
  static RunListener none() {
    return new RunListener() {};
  }

  /// Another runner is at work.
  ///
  /// @param holder who, as far as the engine tells
  default void waiting(String holder) {}

  /// A revision starts.
  default void started(Revision revision, Direction direction) {}

  /// A step starts.
  default void step(Revision revision, Step step) {}

  /// A lock was not to be had; the transaction, or the statement, is tried again.
  default void retrying(Revision revision, Step step, int attempt) {}

  /// A revision is done.
  default void finished(Revision revision, Direction direction, Duration took) {}
}
