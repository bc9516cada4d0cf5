package dev.ambix.benchmarks;

/// The engines that are measured.
public enum Engine {
  SQLITE("SQLite"),
  POSTGRESQL("PostgreSQL");

  private final String title;

  Engine(String title) {
    this.title = title;
  }

  /// Its name for readers.
  public String title() {
    return title;
  }
}
