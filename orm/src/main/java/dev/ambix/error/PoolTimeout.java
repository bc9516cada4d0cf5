package dev.ambix.error;

import java.time.Duration;
import java.util.List;

/// No connection became free in time.
public final class PoolTimeout extends AmbixException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> holders;

  /// @param holders a line for each session that holds a connection: who, since when, its last SQL
  public PoolTimeout(Duration waited, int size, List<String> holders) {
    super(
        "PoolTimeout",
        "pool: no connection became free in "
            + waited.toMillis()
            + " ms; all "
            + size
            + " are held. Shorten the transactions that hold them, or raise pool=. Held by: "
            + String.join("; ", holders),
        null);
    this.holders = List.copyOf(holders);
  }

  /// A line for each session that held a connection: who, since when, its last SQL.
  public List<String> holders() {
    return holders;
  }
}
