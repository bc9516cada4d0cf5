package dev.ambix.schema;

import java.util.regex.Pattern;

/// What can be told from the text of an expression without an engine.
public final class SqlText {
  private SqlText() {}

  /// Whether the text may name the column: it has its name as a word, in any case.
  public static boolean mentions(String sql, String column) {
    return Pattern.compile(
            "(?<!\\w)" + Pattern.quote(column) + "(?!\\w)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS)
        .matcher(sql)
        .find();
  }
}
