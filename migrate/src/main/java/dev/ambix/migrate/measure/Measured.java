package dev.ambix.migrate.measure;

import java.util.List;

/// What a statement of a revision did.
///
/// @param engine where it ran: `sqlite` or `postgresql`
/// @param file the revision
/// @param line the line of the statement
/// @param statement it, shortened to a line
/// @param effects what it did to the tables that were there before its revision; nothing, when it
///   touched none
public record Measured(
    String engine, String file, int line, String statement, List<Effect> effects) {
  public Measured {
    effects = List.copyOf(effects);
  }

  /// Whether it stops writes, or all queries, for long.
  public boolean isLong() {
    return effects.stream().anyMatch(Effect::isLong);
  }

  /// The place and the statement, then a line for each effect.
  public String text() {
    var text = new StringBuilder(file + ":" + line + ": " + statement);
    effects.forEach(it -> text.append("\n    ").append(it.text(line)));
    if (effects.isEmpty() && !engine.equals("sqlite")) {
      text.append("\n    no new lock");
    }
    return text.toString();
  }
}
