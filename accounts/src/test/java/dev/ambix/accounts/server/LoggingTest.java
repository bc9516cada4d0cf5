package dev.ambix.accounts.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a line of the log looks like.
final class LoggingTest {
  @ParameterizedTest
  @CsvSource({"FINER, TRACE", "FINE, DEBUG", "INFO, INFO", "WARNING, WARNING", "SEVERE, ERROR"})
  void namesLevelsAsTheSettingDoes(String level, String name) {
    var event = new LogRecord(Level.parse(level), "{0} rows");
    event.setLoggerName("dev.ambix.sql");
    event.setParameters(new Object[] {3});
    assertThat(new Logging.Lines().format(event))
        .matches("\\S+T\\S+[+-]\\d{4} " + name + " dev\\.ambix\\.sql 3 rows\\R");
  }

  @Test
  void showsTheStackTraceOfAFailure() {
    var event = new LogRecord(Level.SEVERE, "broken");
    event.setThrown(new IllegalStateException("why"));
    assertThat(new Logging.Lines().format(event)).contains("IllegalStateException: why\n\tat ");
  }
}
