package dev.ambix.jdbc;

import java.util.List;
import java.util.UUID;

/// Arrays as PostgreSQL writes them: `{"one","two"}`. A text without a type is taken for an array
/// of the type of its column.
final class ArrayText {
  private ArrayText() {}

  static String of(List<?> values) {
    var out = new StringBuilder(values.size() * 12 + 2).append('{');
    for (var value : values) {
      if (out.length() > 1) {
        out.append(',');
      }
      switch (value) {
        case Boolean _, Number _, UUID _ -> out.append(value);
        case String text -> quoted(out, Texts.require(text));
        default -> throw PostgresBinder.unknown(value);
      }
    }
    return out.append('}').toString();
  }

  private static void quoted(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }
}
