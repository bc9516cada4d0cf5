package dev.ambix.schema;

/// A CHECK constraint.
///
/// @param name the constraint's name
/// @param sql the condition that every row satisfies, taken as it is
public record Check(String name, String sql) implements Constraint {
  public Check {
    Names.require("check", name);
  }

  @Override
  public Check named(String other) {
    return new Check(other, sql);
  }
}
