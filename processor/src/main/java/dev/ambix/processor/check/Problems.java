package dev.ambix.processor.check;

import dev.ambix.processor.read.Origin;

/// Shows what is wrong, and counts it.
public final class Problems {
  private int count;

  /// Shows an error at this place.
  ///
  /// @param subject the user's own name for the thing
  /// @param text `what is wrong; got X, expected Y. Fix.`
  public void error(Origin origin, Code code, String subject, String text) {
    count++;
    origin.report(Origin.Severity.ERROR, code.format(subject, text));
  }

  /// How many there have been.
  public int count() {
    return count;
  }
}
