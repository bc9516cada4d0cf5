package dev.ambix.session;

import dev.ambix.error.AmbixException;
import dev.ambix.session.Listener.StatementEvent;
import java.lang.StackWalker.StackFrame;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells the log `dev.ambix.sql` and the listeners of what sessions do. Safe for any thread.
final class Observer {
  private static final Logger LOG = System.getLogger("dev.ambix.sql");
  private static final StackWalker STACK = StackWalker.getInstance();

  /// The packages whose frames are Ambix's own.
  private static final Set<String> OWN =
      Set.of(
          "dev.ambix.session",
          "dev.ambix.driver",
          "dev.ambix.jdbc",
          "dev.ambix.work",
          "dev.ambix.entity",
          "dev.ambix.query",
          "dev.ambix.web",
          "dev.ambix.helidon");

  /// What calls an application, and is not one.
  private static final List<String> FRAMEWORKS =
      List.of("java.", "jdk.", "io.helidon.", "io.avaje.");

  private final List<Listener> listeners;

  Observer(List<Listener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /// Whether anybody wants to hear of statements.
  boolean listens() {
    return !listeners.isEmpty() || LOG.isLoggable(Level.DEBUG);
  }

  void statement(
      String sql, long nanos, long rows, int executions, Optional<AmbixException> error) {
    var caller = caller();
    LOG.log(
        Level.DEBUG,
        () ->
            "%.3f ms, %d rows%s%s: %s%s"
                .formatted(
                    nanos / 1e6,
                    rows,
                    executions == 1 ? "" : ", " + executions + " times",
                    caller.map(frame -> ", at " + frame).orElse(""),
                    sql,
                    error.map(each -> " failed: " + each.code()).orElse("")));
    var event = new StatementEvent(sql, Duration.ofNanos(nanos), rows, executions, caller, error);
    listeners.forEach(listener -> listener.onStatement(event));
  }

  /// The transaction has ended whatever a listener says of it, so what it throws is logged.
  void transactionEnd(boolean committed) {
    for (var listener : listeners) {
      try {
        listener.onTransactionEnd(committed);
      } catch (RuntimeException failure) {
        System.getLogger("dev.ambix.session")
            .log(
                Level.ERROR,
                "[ListenerFailed] onTransactionEnd: the listener threw; the transaction stands.",
                failure);
      }
    }
  }

  /// A callback that ran after a commit failed. The commit stands, so this is all that can be done.
  static void callbackFailed(Throwable failure) {
    System.getLogger("dev.ambix.session")
        .log(
            Level.ERROR,
            "[AfterCommitFailed] afterCommit: the callback threw; the commit stands.",
            failure);
  }

  private static Optional<StackTraceElement> caller() {
    return STACK.walk(frames ->
        frames.filter(frame -> !isOwn(frame)).findFirst().map(StackFrame::toStackTraceElement));
  }

  private static boolean isOwn(StackFrame frame) {
    var name = frame.getClassName();
    int end = name.lastIndexOf('.');
    return (end > 0 && OWN.contains(name.substring(0, end)))
        || FRAMEWORKS.stream().anyMatch(name::startsWith);
  }
}
