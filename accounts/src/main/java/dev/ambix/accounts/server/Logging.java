package dev.ambix.accounts.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/// The log, which goes to the standard error stream, one line an event and the stack traces of
/// failures. It is `java.util.logging` behind `System.Logger`: there is nothing else to ship.
final class Logging {
  private static volatile boolean configured;

  private Logging() {}

  /// Puts [LastingLogs] in place. Call it before anything has a logger.
  static void install() {
    System.setProperty("java.util.logging.manager", LastingLogs.class.getName());
  }

  /// Sets what is logged, and how.
  static void configure(Level level) {
    var text =
        """
        handlers = java.util.logging.ConsoleHandler
        java.util.logging.ConsoleHandler.level = ALL
        java.util.logging.ConsoleHandler.formatter = %s
        .level = WARNING
        # Tells nothing but a start that has failed, which Service tells better.
        io.helidon.webserver.LoomServer.level = OFF
        dev.ambix.level = %s
        """
            .formatted(Lines.class.getName(), java(level).getName());
    try {
      LogManager.getLogManager()
          .readConfiguration(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    configured = true;
  }

  /// Keeps logging until the end: Java's own stops as soon as the process is told to, while
  /// requests still run.
  public static final class LastingLogs extends LogManager {
    @Override
    public void reset() {
      if (!configured) {
        super.reset();
      }
    }
  }

  /// A line an event, which names its level as `LOG_LEVEL` does: `java.util.logging` says FINE for
  /// DEBUG, and SEVERE for ERROR.
  public static final class Lines extends Formatter {
    @Override
    public String format(LogRecord event) {
      var line =
          "%1$tFT%1$tT.%1$tL%1$tz %2$s %3$s %4$s%n"
              .formatted(
                  event.getInstant().atZone(ZoneId.systemDefault()),
                  name(event.getLevel()),
                  event.getLoggerName(),
                  formatMessage(event));
      if (event.getThrown() == null) {
        return line;
      }
      var trace = new StringWriter();
      event.getThrown().printStackTrace(new PrintWriter(trace));
      return line + trace;
    }

    private static String name(java.util.logging.Level level) {
      return Arrays.stream(Level.values())
          .filter(each -> java(each).equals(level))
          .map(Level::name)
          .findFirst()
          .orElseGet(level::getName);
    }
  }

  private static java.util.logging.Level java(Level level) {
    return switch (level) {
      case ALL -> java.util.logging.Level.ALL;
      case TRACE -> java.util.logging.Level.FINER;
      case DEBUG -> java.util.logging.Level.FINE;
      case INFO -> java.util.logging.Level.INFO;
      case WARNING -> java.util.logging.Level.WARNING;
      case ERROR -> java.util.logging.Level.SEVERE;
      case OFF -> java.util.logging.Level.OFF;
    };
  }
}
