package dev.ambix.accounts;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// All that is logged while it is open, at any level, as text with stack traces.
public final class LogCapture extends Handler implements AutoCloseable {
  private final Logger all = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("dev.ambix");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  public LogCapture() {
    setFormatter(new SimpleFormatter());
    setLevel(Level.ALL);
    ours.setLevel(Level.ALL);
    all.addHandler(this);
  }

  @Override
  public void publish(LogRecord event) {
    records.add(event);
  }

  /// The events of this level and above.
  public List<String> lines(Level least) {
    return records.stream()
        .filter(event -> event.getLevel().intValue() >= least.intValue())
        .map(getFormatter()::format)
        .toList();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    all.removeHandler(this);
    ours.setLevel(null);
  }
}
