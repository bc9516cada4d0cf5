package dev.ambix.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/// Runs test classes that are not tests of their own.
final class TestKit {
  private TestKit() {}

  static EngineExecutionResults run(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute();
  }

  /// What was published under this key.
  static String entry(Event event, String key) {
    var value = event.getRequiredPayload(ReportEntry.class).getKeyValuePairs().get(key);
    return value == null ? "" : value;
  }

  /// The messages of all that failed, in order.
  static List<String> failures(EngineExecutionResults results) {
    return results.allEvents().failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable())
        .map(error -> error.map(Throwable::getMessage).orElse(""))
        .toList();
  }

  /// The message of the only thing that failed.
  static String failure(EngineExecutionResults results) {
    assertThat(failures(results)).hasSize(1);
    return failures(results).getFirst();
  }
}
