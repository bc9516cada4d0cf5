package dev.ambix.processor.check;

import dev.ambix.processor.read.Origin;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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

  /// Checks that no column has the name of another.
  void checkColumns(EntityPlan plan) {
    Map<String, AttributePlan.Column> seen = new HashMap<>();
    for (var column : plan.columns()) {
      var first = seen.putIfAbsent(column.column().toLowerCase(Locale.ROOT), column);
      if (first != null) {
        problems.error(
            column.origin(),
            Code.DuplicateColumn,
            plan.name().simpleName() + "." + column.path(),
            "two attributes stand in one column; got %s, which `%s` has, expected another name. Rename the attribute, or give it @ColumnName(\"…\")."
                .formatted(column.column(), first.path()));
      }
    }
  }

  private static String remedy(String what) {
    return switch (what) {
      case "table" -> "@Table(\"…\")";
      case "column" -> "@ColumnName(\"…\")";
      case "former" -> "@RenamedFrom(\"…\")";
      default -> "`name`";
    };
  }
}
