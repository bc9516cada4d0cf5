package dev.ambix.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads JSON (RFC 8259) into a tree of `Map`, `List`, `String`, `BigDecimal`, `Boolean` and null.
/// Of two properties with one name, the last counts.
public final class JsonText {
  private static final int DEEPEST = 200;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /// The value that a text holds.
  ///
  /// @throws IllegalArgumentException when it is no JSON; the message does not hold the text
  public static @Nullable Object parse(String text) {
    var parser = new JsonText(text);
    var value = parser.value(0);
    parser.skipBlanks();
    if (parser.at < text.length()) {
      throw parser.malformed();
    }
    return value;
  }

  /// Writes a text in quotes.
  public static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private @Nullable Object value(int depth) {
    if (depth > DEEPEST) {
      throw malformed();
    }
    skipBlanks();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object(int depth) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    at++;
    if (skipTo('}')) {
      return object;
    }
    do {
      skipBlanks();
      var name = string();
      if (!skipTo(':')) {
        throw malformed();
      }
      object.put(name, value(depth + 1));
    } while (skipTo(','));
    return end('}', object);
  }

  private List<@Nullable Object> array(int depth) {
    var array = new ArrayList<@Nullable Object>();
    at++;
    if (skipTo(']')) {
      return array;
    }
    do {
      array.add(value(depth + 1));
    } while (skipTo(','));
    return end(']', array);
  }

  private <T> T end(char bracket, T value) {
    if (!skipTo(bracket)) {
      throw malformed();
    }
    return value;
  }

  private String string() {
    if (peek() != '"') {
      throw malformed();
    }
    var out = new StringBuilder();
    for (at++; peek() != '"'; at++) {
      char c = text.charAt(at);
      if (c < ' ') {
        throw malformed();
      }
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  /// The character of an escape, of which the last character is passed over by the caller.
  private char escaped() {
    at++;
    return switch (peek()) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'u' -> {
        if (at + 4 >= text.length()) {
          throw malformed();
        }
        int code = HexFormat.fromHexDigits(text, at + 1, at + 5);
        at += 4;
        yield (char) code;
      }
      default -> throw malformed();
    };
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw malformed();
    }
    at += word.length();
    return value;
  }

  private BigDecimal number() {
    var number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw malformed();
    }
    at = number.end();
    return new BigDecimal(number.group());
  }

  /// Passes over blanks and this character, if it comes next.
  private boolean skipTo(char c) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw malformed();
    }
    return text.charAt(at);
  }

  private IllegalArgumentException malformed() {
    return new IllegalArgumentException("no JSON from character " + at + " on");
  }
}
