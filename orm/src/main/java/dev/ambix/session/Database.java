package dev.ambix.session;

import dev.ambix.dialect.Dialect;
import dev.ambix.dialect.Sql;
import dev.ambix.driver.Driver;
import dev.ambix.driver.Driver.Access;
import dev.ambix.entity.Entities;
import dev.ambix.jdbc.DriverSettings;
import dev.ambix.jdbc.Drivers;
import dev.ambix.mapping.Mapping;
import dev.ambix.query.Condition;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A database: its connections, and the entities that live in it. One for a program; safe for any
/// thread. It opens sessions, which are not.
///
/// A URL is one of `sqlite:accounts.db`, `sqlite::memory:`, `postgresql://user:password@host/db`,
/// or those of JDBC, with parameters such as `?pool=16&pool_timeout=5s&statement_timeout=30s`.
public final class Database implements AutoCloseable {
  private final Parts parts;

  private Database(Parts parts) {
    this.parts = parts;
  }

  /// Opens the database at this URL with all entities that the class path provides. No connection
  /// is made before the first statement.
  ///
  /// @throws dev.ambix.error.UsageException when the URL or a mapping is wrong
  public static Database open(String url) {
    return builder(url).open();
  }

  /// Prepares to open the database at this URL.
  public static Builder builder(String url) {
    return new Builder(url);
  }

  /// Runs a block in a transaction, which commits when the block returns and rolls back when it
  /// throws.
  public void write(Consumer<Session> block) {
    transaction().write(block);
  }

  /// As [#write], for a block that gives something.
  ///
  /// @return what the block returns
  public <T> T writeReturning(Function<Session, T> block) {
    return transaction().writeReturning(block);
  }

  /// Runs a block that only reads.
  ///
  /// @return what the block returns
  public <T> T read(Function<Session, T> block) {
    return transaction().read(block);
  }

  /// Opens a session that writes, which the caller commits and closes.
  public Session open() {
    return transaction().open(false);
  }

  /// How a block is to run: its isolation, its retries, its timeout.
  public Transaction transaction() {
    return new Transaction(this, parts.filters());
  }

  /// The same database in a sandbox, for tests: all that its sessions do happens in one
  /// transaction, their own transactions being savepoints of it, and closing the sandbox rolls all
  /// of it back. Transactions of a sandbox wait for each other; a second one on the same thread is
  /// refused. A sandbox can have sandboxes of its own.
  public Database sandbox() {
    return new Database(parts.with(SandboxDriver.of(parts.driver())));
  }

  /// The same database with another listener.
  public Database listening(Listener listener) {
    return new Database(parts.with(listener));
  }

  /// Makes the tables of all entities, passing over those that are there. For tests and first
  /// steps: it does not change a table that is there.
  public void createAll() {
    run(parts.dialect().create(parts.entities().schema()));
  }

  /// Drops the tables of all entities, with all that is in them.
  public void dropAll() {
    run(parts.dialect().drop(parts.entities().schema()));
    parts.sequences().clear();
  }

  private void run(List<String> statements) {
    try (var link = parts.driver().acquire(Access.WRITE, () -> "createAll")) {
      link.begin("", false);
      statements.forEach(statement -> link.execute(Sql.of(statement)));
      link.commit();
    }
  }

  /// The name of the engine: `sqlite`, `postgresql`.
  public String engine() {
    return parts.dialect().name();
  }

  /// How busy the connections are.
  public PoolStatistics pool() {
    var statistics = parts.driver().statistics();
    return new PoolStatistics(
        statistics.size(), statistics.active(), statistics.idle(), statistics.waiting());
  }

  /// Closes all connections. Sessions that are open keep theirs until they are closed.
  @Override
  public void close() {
    parts.driver().close();
  }

  Entities entities() {
    return parts.entities();
  }

  Session session(Transaction settings, boolean readOnly) {
    return new Session(parts, settings, readOnly);
  }

  /// How busy the connections are.
  ///
  /// @param size how many there may be
  /// @param active how many are in use
  /// @param idle how many are open and free
  /// @param waiting how many sessions wait for one
  public record PoolStatistics(int size, int active, int idle, int waiting) {}

  /// What the sessions of a database share.
  record Parts(
      Driver driver,
      Entities entities,
      List<Listener> listeners,
      Observer observer,
      Generator generator,
      Sequences sequences,
      KeyQueries byKey,
      Filters filters) {
    Dialect dialect() {
      return driver.dialect();
    }

    Parts with(Driver other) {
      return new Parts(
          other, entities, listeners, observer, generator, new Sequences(), byKey, filters);
    }

    Parts with(Listener listener) {
      var more = new ArrayList<>(listeners);
      more.add(listener);
      return new Parts(
          driver, entities, more, new Observer(more), generator, sequences, byKey, filters);
    }
  }

  /// Gathers what it takes to open a database. Not for use by several threads at once.
  public static final class Builder {
    private final String url;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private @Nullable List<Mapping<?>> mappings;
    private InstantSource clock = InstantSource.system();

    private Builder(String url) {
      this.url = url;
    }

    /// Uses just these mappings, such as `new User_()`, in place of those that the class path
    /// provides.
    public Builder mappings(List<? extends Mapping<?>> only) {
      mappings = List.copyOf(only);
      return this;
    }

    /// Adds a listener.
    public Builder listener(Listener listener) {
      listeners.add(listener);
      return this;
    }

    /// Leaves out the rows of an entity that do not satisfy this condition, as [Transaction#filter]
    /// does, for every session: what was deleted only in name, for example.
    public Builder filter(Class<?> entity, Condition condition) {
      filters.add(new Filter(entity, condition));
      return this;
    }

    private record Filter(Class<?> entity, Condition condition) {}

    /// Sets where the times of `@CreatedAt` and `@UpdatedAt` come from.
    public Builder clock(InstantSource source) {
      clock = source;
      return this;
    }

    /// Opens the database. No connection is made before the first statement.
    public Database open() {
      var entities = Entities.of(mappings != null ? mappings : provided());
      var driver = Drivers.open(DriverSettings.parse(url), entities.schema());
      return new Database(
          new Parts(
              driver,
              entities,
              List.copyOf(listeners),
              new Observer(listeners),
              new Generator(clock),
              new Sequences(),
              new KeyQueries(driver.dialect()),
              filters(entities)));
    }

    private Filters filters(Entities entities) {
      var all = Filters.NONE;
      for (var filter : filters) {
        all = all.with(entities, filter.entity, filter.condition);
      }
      return all;
    }

    private static List<Mapping<?>> provided() {
      var found = new ArrayList<Mapping<?>>();
      for (Mapping<?> mapping : ServiceLoader.load(Mapping.class)) {
        found.add(mapping);
      }
      return found;
    }
  }
}
