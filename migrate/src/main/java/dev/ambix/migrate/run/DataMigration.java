package dev.ambix.migrate.run;

import java.sql.Connection;

/// A step of a revision that changes rows in Java, named in its file by `-- java: the.Class`. The
/// class is public, with a public constructor without parameters.
@FunctionalInterface
public interface DataMigration {
  /// Changes rows. Where the transaction meets a conflict, it runs again from the start.
  ///
  /// After `-- outside transaction` there is none: each statement is its own, and what belongs
  /// together stands between the statements `begin` and `commit`. What it has committed stays when
  /// it throws or is killed, and the next run starts it again: it has to see what is done already.
  ///
  /// @param connection in the transaction of the revision, which the runner commits; it must be
  ///   neither committed nor closed
  /// @throws Exception to undo the revision
  void run(Connection connection) throws Exception;
}
