package dev.ambix.testing;

/// A database engine that tests can run on.
public enum Engine {
  /// SQLite, in memory; for [Committed] tests in a file of its own.
  SQLITE("SQLite"),

  /// PostgreSQL, started once for all tests, from binaries that come as a dependency.
  POSTGRESQL("PostgreSQL");

  private final String label;

  Engine(String label) {
    this.label = label;
  }

  /// Its name as its makers write it.
  @Override
  public String toString() {
    return label;
  }
}
