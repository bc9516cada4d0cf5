package dev.ambix.migrate.run;

import dev.ambix.error.AmbixException;
import dev.ambix.error.UsageException;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Step;
import java.sql.Connection;
import java.sql.SQLException;

/// Runs a data migration in Java.
final class JavaStep {
  private JavaStep() {}

  /// Finds its class and runs it.
  ///
  /// @throws SQLException when the engine refused something, so that a lock can be waited for
  static void run(Step.Java step, Revision revision, Connection connection) throws SQLException {
    var migration = make(step, revision);
    try {
      migration.run(connection);
    } catch (SQLException | AmbixException e) {
      throw e;
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      throw Failures.java(revision, step, e);
    }
  }

  private static DataMigration make(Step.Java step, Revision revision) {
    try {
      var context = Thread.currentThread().getContextClassLoader();
      var loader = context != null ? context : JavaStep.class.getClassLoader();
      return Class.forName(step.className(), true, loader)
          .asSubclass(DataMigration.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw new UsageException(
          "DataMigrationMissing",
          revision.file()
              + ":"
              + step.line()
              + ": "
              + step.className()
              + " cannot be made ("
              + e.getClass().getSimpleName()
              + "); expected a public class on the class path that implements DataMigration and has"
              + " a public constructor without parameters. Add it, or correct the name.",
          e);
    }
  }
}
