package dev.ambix.migrate.command;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes JSON: maps, collections, texts, numbers and truth values.
final class Json {
  private Json() {}

  /// An object of these names and values, in turn.
  static Map<String, Object> object(Object... namesAndValues) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  static String write(Object value) {
    var text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(Object value, StringBuilder text) {
    switch (value) {
      case Map<?, ?> map -> {
        var separator = "{";
        for (var entry : map.entrySet()) {
          text.append(separator);
          quote(String.valueOf(entry.getKey()), text);
          text.append(':');
          write(entry.getValue(), text);
          separator = ",";
        }
        text.append(map.isEmpty() ? "{}" : "}");
      }
      case Collection<?> items -> {
        var separator = "[";
        for (var item : items) {
          text.append(separator);
          write(item, text);
          separator = ",";
        }
        text.append(items.isEmpty() ? "[]" : "]");
      }
      case Number number -> text.append(number);
      case Boolean bool -> text.append(bool);
      default -> quote(value.toString(), text);
    }
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        default -> {
          if (c < ' ') {
            text.append("\\u%04x".formatted((int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
