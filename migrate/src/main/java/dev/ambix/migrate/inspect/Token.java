package dev.ambix.migrate.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of SQL text.
///
/// @param kind what it is
/// @param text as it stands in the text
record Token(Kind kind, String text) {
  enum Kind {
    /// A keyword or a bare name.
    WORD,
    /// A name in quotes of any of the three sorts that SQLite takes.
    QUOTED,
    /// A text or a blob.
    STRING,
    NUMBER,
    SYMBOL
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<blank>\\s+|--[^\\n]*(?:\\n|$)|/\\*.*?(?:\\*/|$))"
              + "|(?<string>[xX]?'(?:[^']|'')*')"
              + "|(?<quoted>\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\\[[^]]*])"
              + "|(?<number>0[xX]\\p{XDigit}+|(?:\\d[\\d_]*\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
              + "|(?<word>[\\p{L}_$\\x80-\\uffff][\\w$\\x80-\\uffff]*)"
              + "|(?<symbol>->>|->|\\|\\||<=|>=|<>|!=|==|<<|>>|.)",
          Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  static List<Token> of(String sql) {
    var tokens = new ArrayList<Token>();
    var matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      if (matcher.group("blank") == null) {
        tokens.add(new Token(kind(matcher), matcher.group()));
      }
    }
    return tokens;
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("string") != null) {
      return Kind.STRING;
    }
    if (matcher.group("quoted") != null) {
      return Kind.QUOTED;
    }
    if (matcher.group("number") != null) {
      return Kind.NUMBER;
    }
    return matcher.group("word") != null ? Kind.WORD : Kind.SYMBOL;
  }

  /// Whether it is this keyword or symbol, in lower case.
  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }

  /// The name that it stands for.
  String name() {
    if (kind != Kind.QUOTED && kind != Kind.STRING) {
      return text;
    }
    var inner = text.substring(1, text.length() - 1);
    var quote = text.substring(text.length() - 1);
    return quote.equals("]") ? inner : inner.replace(quote + quote, quote);
  }

  /// It in lower case, where the engine does not tell cases apart.
  String folded() {
    return kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : text;
  }
}
