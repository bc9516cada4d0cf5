package dev.ambix.query;

import java.util.Arrays;
import java.util.List;

/// What a row must satisfy. Immutable.
///
/// @param node the condition as data
public record Condition(Node node) {
  /// True where every one of them is; of none, true.
  public static Condition all(Condition... conditions) {
    return junction(true, Arrays.asList(conditions));
  }

  /// True where at least one of them is; of none, false.
  public static Condition any(Condition... conditions) {
    return junction(false, Arrays.asList(conditions));
  }

  public Condition and(Condition other) {
    return junction(true, List.of(this, other));
  }

  public Condition or(Condition other) {
    return junction(false, List.of(this, other));
  }

  /// True where this is false; neither where this is unknown.
  public Condition not() {
    return new Condition(new Node.Negation(node));
  }

  private static Condition junction(boolean conjunction, List<Condition> conditions) {
    return new Condition(
        new Node.Junction(conjunction, conditions.stream().map(Condition::node).toList()));
  }
}
