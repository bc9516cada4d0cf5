package dev.ambix.session;

import dev.ambix.error.Conflict;
import dev.ambix.error.UsageException;
import dev.ambix.query.Condition;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/// How a block runs: its isolation, its retries, the time that a statement may take. Immutable,
/// made by [Database#transaction], and safe for any thread.
public final class Transaction {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Database database;
  private final Isolation isolation;
  private final int retries;
  private final Optional<Duration> statementTimeout;
  private final Filters filters;

  Transaction(Database database, Filters filters) {
    this(database, Isolation.READ_COMMITTED, 0, Optional.empty(), filters);
  }

  private Transaction(
      Database database,
      Isolation isolation,
      int retries,
      Optional<Duration> statementTimeout,
      Filters filters) {
    this.filters = filters;
    this.database = database;
    this.isolation = isolation;
    this.retries = retries;
    this.statementTimeout = statementTimeout;
  }

  /// Sets what the block sees of other transactions. Stricter than READ COMMITTED, the transaction
  /// begins at the first statement, be it a read.
  public Transaction isolation(Isolation level) {
    return new Transaction(database, level, retries, statementTimeout, filters);
  }

  /// Runs the whole block again, up to this many times, when it ends in a `Conflict`, after a pause
  /// that grows from about 10 ms to about a second. The block must bear that: what it does outside
  /// the database is done again.
  public Transaction retries(int times) {
    if (times < 0) {
      throw new UsageException(
          "NegativeLimit", "transaction: got retries(" + times + "), expected at least 0.");
    }
    return new Transaction(database, isolation, times, statementTimeout, filters);
  }

  /// Bounds each statement of the block, in place of the database's own limit.
  public Transaction statementTimeout(Duration limit) {
    if (limit.compareTo(SHORTEST) < 0 || limit.compareTo(LONGEST) > 0) {
      throw new UsageException(
          "BadTimeout",
          "transaction: got statementTimeout("
              + limit
              + "), expected from "
              + SHORTEST
              + " to "
              + LONGEST
              + ".");
    }
    return new Transaction(database, isolation, retries, Optional.of(limit), filters);
  }

  /// Leaves out the rows of an entity that do not satisfy these conditions, besides those that the
  /// database leaves out: for all that the block finds, selects, updates and deletes by condition,
  /// and for what to-many associations lead to. A reference leads to its object all the same, and
  /// what is inserted is not asked. Constant SQL is what it says.
  public <E> Transaction filter(Class<E> entity, Condition... conditions) {
    return new Transaction(
        database,
        isolation,
        retries,
        statementTimeout,
        filters.with(database.entities(), entity, conditions));
  }

  /// Leaves out nothing, not even what the database does.
  public Transaction unfiltered() {
    return new Transaction(database, isolation, retries, statementTimeout, Filters.NONE);
  }

  Filters filters() {
    return filters;
  }

  Isolation isolation() {
    return isolation;
  }

  Optional<Duration> statementTimeout() {
    return statementTimeout;
  }

  /// Runs a block in a transaction, which commits when the block returns and rolls back when it
  /// throws.
  public void write(Consumer<Session> block) {
    run(
        false,
        session -> {
          block.accept(session);
          return Optional.empty();
        });
  }

  /// As [#write], for a block that gives something.
  ///
  /// @return what the block returns
  public <T> T writeReturning(Function<Session, T> block) {
    return run(false, block);
  }

  /// Runs a block that only reads.
  ///
  /// @return what the block returns
  public <T> T read(Function<Session, T> block) {
    return run(true, block);
  }

  /// Opens a session that the caller commits and closes.
  ///
  /// @param readOnly whether it only reads
  public Session open(boolean readOnly) {
    return database.session(this, readOnly);
  }

  private <T> T run(boolean readOnly, Function<Session, T> block) {
    for (int attempt = 0; ; attempt++) {
      try (var session = open(readOnly)) {
        try {
          var result = block.apply(session);
          session.commit();
          return result;
        } catch (Conflict conflict) {
          // What the block itself has committed must not be done twice.
          if (attempt >= retries || session.hasCommitted()) {
            throw conflict;
          }
        }
      }
      pause(attempt);
    }
  }

  /// Waits with a random part, so that two transactions that met do not meet again.
  private static void pause(int attempt) {
    long most = 10_000_000L << Math.min(attempt, 7);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
  }
}
