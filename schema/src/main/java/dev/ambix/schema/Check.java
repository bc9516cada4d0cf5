package dev.ambix.schema;

/// A CHECK constraint.
///
/// @param name the constraint's name
/// @param sql the condition that every row satisfies, taken as it is
public record Check(String name, String sql) {
  public Check {
    Names.require("check", name);
  }
}
