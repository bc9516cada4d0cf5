package dev.ambix.migrate.graph;

import dev.ambix.error.UsageException;
import java.util.regex.Pattern;

/// A target as it is written: `branch@symbol+steps`, of which most parts may lack.
///
/// @param text all of it, for messages
/// @param branch a label or an id; empty for none
/// @param symbol `head`, `base`, an id and so on; empty where only steps are given
/// @param steps how many to go on from there, or back where negative
record Target(String text, String branch, String symbol, int steps) {
  private static final Pattern FORM =
      Pattern.compile("(?:([^@\\s]+)@)?([^@+\\s]*?)(?:([+-])(\\d{1,4}))?");

  static Target parse(String text, History history) {
    var matcher = FORM.matcher(text);
    if (text.isBlank() || !matcher.matches()) {
      throw unknown(text, "it is no target");
    }
    var branch = matcher.group(1) == null ? "" : matcher.group(1);
    var whole = text.substring(branch.isEmpty() ? 0 : branch.length() + 1);
    if (history.labelled(whole).isPresent() || matcher.group(3) == null) {
      return new Target(text, branch, whole, 0);
    }
    int steps = Integer.parseInt(matcher.group(4));
    return new Target(
        text, branch, matcher.group(2), matcher.group(3).equals("-") ? -steps : steps);
  }

  /// Whether it counts from where the database is.
  boolean relative() {
    return symbol.isEmpty();
  }

  /// Whether it means that nothing is applied.
  boolean base() {
    return symbol.equals("base") && steps == 0;
  }

  static UsageException unknown(String text, String problem) {
    return new UsageException(
        "UnknownTarget",
        "target "
            + text
            + ": "
            + problem
            + "; expected head, heads, base, current, an id or the start of one, a label, +N, -N,"
            + " any of these with +N or -N behind it, or with label@ before it. See `ambix history`.");
  }
}
