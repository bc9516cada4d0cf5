package dev.ambix.benchmarks;

import dev.ambix.benchmarks.peer.Peer;
import dev.ambix.benchmarks.peer.Shelf;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What JMH calls: a method for each [Work]. Each checks what came out, so that a contestant that
/// does not do the work ends the run.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Measurements {
  private static final int ROWS = 10_000;
  private static final int SOME = 1_000;
  private static final int WRITERS = SOME / Shelf.BOOKS_EACH;

  /// One row by its id, another one each time.
  @Benchmark
  public Object find(Filled state) {
    state.next = state.next % ROWS + 1;
    return state.peer().find(state.next);
  }

  /// The first thousand rows.
  @Benchmark
  public Object read(Filled state) {
    var rows = state.peer().first(SOME);
    check(rows.size() == SOME, "read", rows.size());
    return rows;
  }

  /// The first thousand books, with their writers.
  @Benchmark
  public Object join(Shelved state) {
    var books = state.peer().books(SOME);
    check(books.size() == SOME, "join", books.size());
    return books;
  }

  /// The first hundred writers, with their thousand books.
  @Benchmark
  public Object collect(Shelved state) {
    var writers = state.peer().writers(WRITERS);
    check(writers.size() == WRITERS, "collect", writers.size());
    return writers;
  }

  /// Ten thousand new rows.
  @Benchmark
  public long insert(Empty state) {
    long last = state.peer().insert(ROWS);
    check(last >= ROWS, "insert", last);
    return last;
  }

  /// A change in every tenth of the objects that are loaded.
  @Benchmark
  public int update(Loaded state) {
    int updated = state.peer().touch(ROWS / SOME);
    check(updated == SOME, "update", updated);
    return updated;
  }

  /// A flush with nothing to do.
  @Benchmark
  public Object flush(Few state) {
    state.peer().flush();
    return state;
  }

  /// The text of a query.
  @Benchmark
  public String render(Idle state) {
    return state.peer().render("ann");
  }

  private static void check(boolean right, String what, long got) {
    if (!right) {
      throw new IllegalStateException(what + ": got a wrong result: " + got);
    }
  }

  /// A contestant on an engine.
  @State(Scope.Thread)
  public static class Ready {
    @Param({})
    public Engine engine = Engine.SQLITE;

    @Param({})
    public Contestant contestant = Contestant.JDBC;

    @Nullable Stage stage;
    @Nullable Peer peer;

    Stage stage() {
      return Objects.requireNonNull(stage, "stage");
    }

    Peer peer() {
      return Objects.requireNonNull(peer, "peer");
    }

    final void open(int rows) {
      stage = Stage.open(engine);
      stage.fill(rows);
      peer = contestant.open(stage);
    }

    /// Ends the trial.
    @TearDown(Level.Trial)
    public void close() throws Exception {
      peer().close();
      stage().close();
    }
  }

  /// On an empty table, of which nothing is asked.
  public static class Idle extends Ready {
    /// Opens it.
    @Setup(Level.Trial)
    public void open() {
      open(0);
    }
  }

  /// On an empty table, which is emptied after each invocation: they take long enough for that.
  public static class Empty extends Ready {
    /// Opens it.
    @Setup(Level.Trial)
    public void open() {
      open(0);
    }

    /// Removes what an insertion has left.
    @TearDown(Level.Invocation)
    public void clear() {
      stage().clear();
    }
  }

  /// On a table of ten thousand rows.
  public static class Filled extends Ready {
    long next;

    /// Opens it.
    @Setup(Level.Trial)
    public void open() {
      open(ROWS);
    }
  }

  /// With ten thousand books and their writers.
  public static class Shelved extends Ready {
    /// Opens it.
    @Setup(Level.Trial)
    public void open() {
      open(0);
      stage().fillShelf(ROWS);
    }
  }

  /// With all rows loaded.
  public static class Loaded extends Ready {
    /// Opens it.
    @Setup(Level.Trial)
    public void open() {
      open(ROWS);
      peer().load(ROWS);
    }
  }

  /// With a thousand rows loaded.
  public static class Few extends Ready {
    /// Opens it.
    @Setup(Level.Trial)
    public void open() {
      open(SOME);
      peer().load(SOME);
    }
  }
}
