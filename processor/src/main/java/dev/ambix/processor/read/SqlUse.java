package dev.ambix.processor.read;

/// A place where text that is not a constant could become SQL text.
///
/// @param origin where it stands
/// @param subject the method whose parameter takes SQL text, such as `Session.sql`
/// @param kind what is done there
/// @param text the source text of it, cut short
public record SqlUse(Origin origin, String subject, Kind kind, String text) {
  /// What is done.
  public enum Kind {
    /// Something that is not a constant is given to a parameter that takes SQL text.
    ARGUMENT,
    /// A variable that is not final, or not set to a constant, is given to such a parameter.
    VARIABLE,
    /// A method with such a parameter becomes a function, whose calls nobody checks.
    REFERENCE,
    /// A method overrides one with such a parameter by one without.
    DROPPED,
    /// A method overrides one without such a parameter by one with it.
    ADDED
  }
}
