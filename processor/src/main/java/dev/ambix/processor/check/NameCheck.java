package dev.ambix.processor.check;

import dev.ambix.processor.read.Origin;
import java.nio.charset.StandardCharsets;

/// Checks the names that the database will know.
final class NameCheck {
  /// The longest identifier that every engine keeps whole, in bytes.
  private static final int LONGEST = 63;

  private final Problems problems;

  NameCheck(Problems problems) {
    this.problems = problems;
  }

  /// @param what `table`, `column`, …
  void check(Origin origin, String subject, String what, String name) {
    int length = name.getBytes(StandardCharsets.UTF_8).length;
    var unfit = name.isBlank() || name.indexOf('\0') >= 0;
    if (unfit || length > LONGEST) {
      problems.error(
          origin,
          Code.InvalidName,
          subject,
          "no engine keeps this %s name; got %s, expected 1 to %d bytes. Give a shorter name with %s."
              .formatted(
                  what, unfit ? "a blank one" : length + " bytes: " + name, LONGEST, remedy(what)));
    }
  }

  private static String remedy(String what) {
    return switch (what) {
      case "table" -> "@Table(\"…\")";
      case "column" -> "@ColumnName(\"…\")";
      default -> "`name`";
    };
  }
}
