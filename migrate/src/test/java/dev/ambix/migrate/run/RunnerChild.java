package dev.ambix.migrate.run;

import dev.ambix.migrate.graph.History;
import dev.ambix.migrate.revision.Revision;
import dev.ambix.migrate.revision.Revisions;
import dev.ambix.migrate.revision.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// A runner in a JVM of its own, which says each step before it runs, and waits for a line.
final class RunnerChild {
  private RunnerChild() {}

  /// Runs.
  ///
  /// @param arguments the URL, the folder, and `upgrade` or `downgrade`
  public static void main(String[] arguments) {
    var history = History.of(Revisions.folder(Path.of(arguments[1])).load());
    var runner = Runner.of(arguments[0], history, Lab.settings(), new Waiting());
    if (arguments[2].equals("upgrade")) {
      runner.upgrade("heads");
    } else {
      runner.downgrade("base");
    }
    System.out.println("done");
  }

  private static final class Waiting implements RunListener {
    @Override
    public void step(Revision revision, Step step) {
      System.out.println("step");
      try {
        if (System.in.read() < 0) {
          throw new IllegalStateException("the test has gone");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
