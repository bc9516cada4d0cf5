package dev.ambix.processor.check;

import dev.ambix.processor.read.Origin;

/// Shows what is wrong, and counts it.
public final class Problems {
  private final boolean shown;
  private int count;

  private Problems(boolean shown) {
    this.shown = shown;
  }

  /// Problems that the user sees.
  public static Problems shown() {
    return new Problems(true);
  }

  /// Problems that are only counted, since they are shown elsewhere.
  static Problems counted() {
    return new Problems(false);
  }

  /// Shows an error at this place.
  ///
  /// @param subject the user's own name for the thing
  /// @param text `what is wrong; got X, expected Y. Fix.`
  public void error(Origin origin, Code code, String subject, String text) {
    count++;
    if (shown) {
      origin.report(Origin.Severity.ERROR, code.format(subject, text));
    }
  }

  /// How many there have been.
  public int count() {
    return count;
  }
}
