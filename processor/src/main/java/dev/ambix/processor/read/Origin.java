package dev.ambix.processor.read;

/// The place in the sources where something stands, and where messages about it are shown.
@FunctionalInterface
public interface Origin {
  /// Shows a message at this place.
  void report(Severity severity, String text);

  /// How bad it is.
  enum Severity {
    /// The compilation fails.
    ERROR,
    /// The compilation goes on.
    WARNING
  }
}
