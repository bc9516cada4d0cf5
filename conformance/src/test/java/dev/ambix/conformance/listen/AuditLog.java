package dev.ambix.conformance.listen;

import dev.ambix.session.Listener;
import java.util.stream.Stream;

/// Writes down what changes, in the transaction that changes it.
final class AuditLog implements Listener {
  @Override
  public void afterFlush(FlushEvent event) {
    var entries = event.changes().stream().map(Change::withoutSensitive).flatMap(this::entries);
    event.session().insert(entries.toList());
  }

  private Stream<AuditEntry> entries(Change change) {
    var what = change.kind() + " " + change.type().getSimpleName();
    var key = change.key().orElseThrow().toString();
    return change.attributes().stream()
        .map(each -> new AuditEntry(what, key, each.name(), each.before(), each.after()));
  }
}
