package dev.ambix.processor.read;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;

/// Watches javac while it attributes classes, and looks through the bodies of each for SQL text.
/// Annotation processing is over by then, so this sees the code that other processors write, too.
public final class SqlTextListener implements TaskListener {
  private final Trees trees;
  private final SqlTextScanner scanner;

  private SqlTextListener(Trees trees, SqlTextScanner scanner) {
    this.trees = trees;
    this.scanner = scanner;
  }

  /// Starts to watch.
  ///
  /// @return whether this is javac
  public static boolean attach(ProcessingEnvironment environment, Consumer<SqlUse> uses) {
    try {
      return Wrapping.unwrap(environment, SqlTextListener::task)
          .map(javac -> {
            var trees = Trees.instance(javac.environment());
            var scanner = new SqlTextScanner(trees, javac.environment(), uses);
            javac.task().addTaskListener(new SqlTextListener(trees, scanner));
            return true;
          })
          .orElse(false);
    } catch (LinkageError | IllegalArgumentException _) {
      return false; // another compiler, perhaps on a runtime without jdk.compiler
    }
  }

  private record Javac(ProcessingEnvironment environment, JavacTask task) {}

  private static Optional<Javac> task(ProcessingEnvironment environment) {
    try {
      return Optional.of(new Javac(environment, JavacTask.instance(environment)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public void finished(TaskEvent event) {
    var type = event.getTypeElement();
    if (event.getKind() != TaskEvent.Kind.ANALYZE || type == null) {
      return;
    }
    var path = trees.getPath(type);
    if (path != null) {
      scanner.scanClass(path);
    }
  }
}
