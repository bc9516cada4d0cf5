package dev.ambix.session;

import dev.ambix.session.Listener.FlushEvent;
import dev.ambix.session.Listener.StatementEvent;
import java.lang.StackWalker.StackFrame;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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

  boolean hasListeners() {
    return !listeners.isEmpty();
  }

  void beforeFlush(FlushEvent event) {
    listeners.forEach(listener -> listener.beforeFlush(event));
  }

  void afterFlush(FlushEvent event) {
    listeners.forEach(listener -> listener.afterFlush(event));
  }

  void loaded(Object entity) {
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).onLoad(entity);
    }
  }

  void transactionBegin() {
    listeners.forEach(Listener::onTransactionBegin);
  }

  /// Whether anybody wants to hear of statements.
  boolean listens() {
    return !listeners.isEmpty() || LOG.isLoggable(Level.DEBUG);
  }

  void statement(StatementEvent event) {
    LOG.log(
        Level.DEBUG,
        () ->
            "%.3f ms, %d rows%s%s: %s%s"
                .formatted(
                    event.elapsed().toNanos() / 1e6,
                    event.rows(),
                    event.executions() == 1 ? "" : ", " + event.executions() + " times",
                    event.caller().map(frame -> ", at " + frame).orElse(""),
                    event.sql(),
                    event.error().map(each -> " failed: " + each.code()).orElse("")));
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

  /// The first stack frame outside Ambix.
  static Optional<StackTraceElement> caller() {
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
