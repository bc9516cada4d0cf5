package dev.ambix.migrate.run;

import java.sql.Connection;

/// A step of a revision that changes rows in Java, named in its file by `-- java: the.Class`. The
/// class is public, with a public constructor without parameters.
@FunctionalInterface
public interface DataMigration {
  /// Changes rows. Where the transaction meets a conflict, it runs again from the start.
  ///
  /// @param connection in the transaction of the revision, which the runner commits; it must be
  ///   neither committed nor closed
  /// @throws Exception to undo the revision
  void run(Connection connection) throws Exception;
}
