package dev.ambix.session;

import dev.ambix.session.Listener.FlushEvent;

/// The flushes of a session, and what listeners hear of them and do about them.
final class Flushes {
  private final Session session;
  private final Database.Parts parts;
  private boolean listening;

  Flushes(Session session, Database.Parts parts) {
    this.session = session;
    this.parts = parts;
  }

  /// Writes what was changed. A listener that makes the session flush is within a flush already.
  void run() {
    if (listening) {
      return;
    }
    if (!parts.observer().hasListeners()) {
      next().run();
      return;
    }
    listening = true;
    try {
      runHeard();
    } finally {
      listening = false;
    }
  }

  /// Finds the changes, and finds them once more after the listeners have had their say.
  private void runHeard() {
    var announced = next();
    if (!announced.find()) {
      return;
    }
    var before = event(announced, false);
    if (!before.changes().isEmpty()) {
      parts.observer().beforeFlush(before);
    }
    var flush = next();
    if (flush.find()) {
      flush.write();
      tell(event(flush, true));
    }
    if (!session.context().isClean()) {
      next().run();
    }
  }

  private void tell(FlushEvent written) {
    if (!written.changes().isEmpty()) {
      session.connector().together(() -> parts.observer().afterFlush(written));
    }
  }

  private FlushEvent event(Flush flush, boolean written) {
    var changes = flush.changes().stream().map(each -> ChangeReport.of(each, written)).toList();
    return new FlushEvent(session, changes);
  }

  private Flush next() {
    return new Flush(session, parts.dialect(), parts.generator(), parts.sequences());
  }
}
