package dev.ambix.query;

/// Rows that a query can join: those of an entity under another name, or those of another query.
public interface Rows {
  /// Where they come from, as data.
  Query.From from();
}
