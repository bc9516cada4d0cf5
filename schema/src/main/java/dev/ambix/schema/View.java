package dev.ambix.schema;

/// A view, or a trigger: what a database has beside its tables. Nothing compares them; what
/// rebuilds a table puts them back.
///
/// @param name its name
/// @param table the table of a trigger; empty for a view
/// @param sql the statement that makes it
public record View(String name, String table, String sql) {
  /// Whether it is a trigger.
  public boolean trigger() {
    return !table.isEmpty();
  }
}
