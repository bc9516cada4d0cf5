package dev.ambix.conformance.listen;

import dev.ambix.session.Listener;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Adds up what the statements of a database cost.
final class Profiler implements Listener {
  private final Map<String, Cost> costs = new ConcurrentHashMap<>();

  @Override
  public void onStatement(StatementEvent event) {
    var caller = event.caller().map(StackTraceElement::getMethodName).orElse("?");
    costs.merge(event.sql(), new Cost(1, event.rows(), event.elapsed(), caller), Cost::plus);
  }

  /// The statements, those that took the longest first.
  List<String> slowest() {
    return costs.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparing(Cost::elapsed).reversed()))
        .map(Map.Entry::getKey)
        .toList();
  }

  Cost cost(String part) {
    return costs.entrySet().stream()
        .filter(each -> each.getKey().contains(part))
        .map(Map.Entry::getValue)
        .reduce(new Cost(0, 0, Duration.ZERO, "?"), Cost::plus);
  }

  /// What the runs of a statement have cost together.
  record Cost(int runs, long rows, Duration elapsed, String caller) {
    Cost plus(Cost more) {
      return new Cost(runs + more.runs, rows + more.rows, elapsed.plus(more.elapsed), more.caller);
    }
  }
}
