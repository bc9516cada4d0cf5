package dev.ambix.testing;

import dev.ambix.mapping.Mapping;
import dev.ambix.session.Database;
import dev.ambix.session.Listener;
import java.util.ArrayList;
import java.util.List;

/// The database of a [Committed] test, which others can reach by its URL: a server that the test
/// starts, or a second pool with other settings. Safe for any thread.
public final class TestDatabase {
  private final Engine engine;
  private final String url;
  private final List<Mapping<?>> mappings;
  private final Listener listener;
  private final List<Database> opened = new ArrayList<>();

  TestDatabase(Engine engine, String url, List<Mapping<?>> mappings, Listener listener) {
    this.engine = engine;
    this.url = url;
    this.mappings = mappings;
    this.listener = listener;
  }

  /// The engine that it is on.
  public Engine engine() {
    return engine;
  }

  /// Its URL, as `Database.open` takes it.
  public String url() {
    return url;
  }

  /// Its URL with parameters, such as `pool=2&lock_timeout=1s`.
  public String url(String parameters) {
    return parameters.isEmpty() ? url : url + "?" + parameters;
  }

  /// Opens it with parameters of its own, such as `pool=2`. It is closed after the test, and its
  /// statements are recorded.
  public synchronized Database open(String parameters) {
    var builder = Database.builder(url(parameters)).listener(listener);
    if (!mappings.isEmpty()) {
      builder.mappings(mappings);
    }
    var database = builder.open();
    opened.add(database);
    return database;
  }

  synchronized void close() {
    opened.forEach(Database::close);
    opened.clear();
  }
}
