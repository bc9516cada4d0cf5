package dev.ambix.migrate.revision;

import dev.ambix.error.UsageException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cuts SQL into statements and the comments between them. It knows strings, quoted names, dollar
/// quotes, nested comments, and the bodies of triggers and of SQL functions. For one thread.
public final class SqlScanner {
  private static final Pattern BODY =
      Pattern.compile(
          "(?i)create\\s+(or\\s+replace\\s+)?(temp\\s+|temporary\\s+)?(trigger|function|procedure)\\b.*",
          Pattern.DOTALL);
  private static final Pattern DOLLAR = Pattern.compile("\\$([A-Za-z_\\u0080-\\uffff][\\w]*)?\\$");

  private final String file;
  private final String text;
  private final Pattern boundary;
  private boolean nestedComments = true;
  private int position;
  private int line = 1;

  /// @param file for messages
  /// @param boundary a comment line that ends a statement, even without a semicolon
  SqlScanner(String file, String text, Pattern boundary) {
    this.file = file;
    this.text = text;
    this.boundary = boundary;
  }

  /// The statements and comments of a text.
  ///
  /// @param file for messages
  public static SqlScanner of(String file, String text) {
    return new SqlScanner(file, text, Pattern.compile("(?!)"));
  }

  /// What follows is for this engine; empty for all. Comments nest, but not in SQLite.
  void dialect(String dialect) {
    nestedComments = !dialect.equals("sqlite");
  }

  /// A statement or a comment.
  ///
  /// @param text without the semicolon; a comment with its dashes
  /// @param line where it starts, from 1
  /// @param comment which of the two
  /// @param ownLine whether nothing but blanks stands before it on its line
  public record Piece(String text, int line, boolean comment, boolean ownLine) {}

  /// The next piece; empty at the end.
  public Optional<Piece> next() {
    skipBlanks();
    if (position >= text.length()) {
      return Optional.empty();
    }
    int start = position;
    int startLine = line;
    boolean ownLine = text.substring(lineStart(position), position).isBlank();
    if (atComment()) {
      skipComment();
      return Optional.of(new Piece(text.substring(start, position), startLine, true, ownLine));
    }
    int end = skipStatement();
    return Optional.of(
        new Piece(text.substring(start, end).stripTrailing(), startLine, false, ownLine));
  }

  /// Goes behind the statement that starts here, and its semicolon.
  ///
  /// @return where its text ends
  private int skipStatement() {
    int start = position;
    int startLine = line;
    int depth = 0;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == ';' && depth == 0) {
        int end = position;
        move(1);
        return end;
      }
      if (depth == 0 && atBoundary()) {
        return position;
      }
      if (Character.isLetter(c) || c == '_') {
        depth += word(start, depth);
      } else if (Character.isDigit(c)) {
        skipWord();
      } else {
        skipToken(c);
      }
    }
    if (depth > 0) {
      throw unclosed(startLine, "a body has no END", "END and a semicolon");
    }
    return position;
  }

  /// Goes behind a word.
  ///
  /// @return how much deeper in bodies what follows it stands
  private int word(int start, int depth) {
    int begin = position;
    skipWord();
    var word = text.substring(begin, position).toLowerCase(Locale.ROOT);
    if (word.equals("e") && position < text.length() && text.charAt(position) == '\'') {
      skipQuoted('\'', true);
    }
    return switch (word) {
      case "begin" -> depth == 0 && opensBody(start, begin) ? 1 : 0;
      case "case" -> depth > 0 ? 1 : 0;
      case "end" -> depth > 0 ? -1 : 0;
      default -> 0;
    };
  }

  /// Whether the BEGIN here is that of a trigger of SQLite, or of a function in standard SQL.
  private boolean opensBody(int start, int begin) {
    var head = BODY.matcher(text.substring(start, begin));
    return head.matches()
        && (head.group(3).equalsIgnoreCase("trigger")
            || text.substring(position)
                .stripLeading()
                .toLowerCase(Locale.ROOT)
                .startsWith("atomic"));
  }

  private void skipToken(char c) {
    if (atComment()) {
      skipComment();
      return;
    }
    switch (c) {
      case '\'', '"', '`' -> skipQuoted(c, false);
      case '$' -> skipDollar();
      default -> move(1);
    }
  }

  private void skipWord() {
    int end = position;
    while (end < text.length() && isPartOfWord(text.charAt(end))) {
      end++;
    }
    move(end - position);
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private void skipQuoted(char quote, boolean escapes) {
    int startLine = line;
    move(1);
    while (position < text.length()) {
      char c = text.charAt(position);
      if (escapes && c == '\\') {
        move(2);
      } else if (c != quote) {
        move(1);
      } else if (position + 1 < text.length() && text.charAt(position + 1) == quote) {
        move(2);
      } else {
        move(1);
        return;
      }
    }
    throw unclosed(startLine, "a quote is not closed", String.valueOf(quote));
  }

  private void skipDollar() {
    var matcher = DOLLAR.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      move(1);
      return;
    }
    var tag = matcher.group();
    int end = text.indexOf(tag, position + tag.length());
    if (end < 0) {
      throw unclosed(line, "a dollar quote is not closed", tag);
    }
    move(end + tag.length() - position);
  }

  private boolean atComment() {
    return text.startsWith("--", position) || text.startsWith("/*", position);
  }

  private void skipComment() {
    if (text.startsWith("--", position)) {
      int end = text.indexOf('\n', position);
      move((end < 0 ? text.length() : end) - position);
      return;
    }
    int startLine = line;
    int depth = 0;
    do {
      if (position >= text.length()) {
        throw unclosed(startLine, "a comment is not closed", "*/");
      }
      boolean opens = text.startsWith("/*", position) && (nestedComments || depth == 0);
      boolean closes = text.startsWith("*/", position);
      depth += opens ? 1 : closes ? -1 : 0;
      move(opens || closes ? 2 : 1);
    } while (depth > 0);
  }

  private boolean atBoundary() {
    if (!text.startsWith("--", position)
        || !text.substring(lineStart(position), position).isBlank()) {
      return false;
    }
    int end = text.indexOf('\n', position);
    return boundary
        .matcher(text.substring(position, end < 0 ? text.length() : end).strip())
        .matches();
  }

  private void skipBlanks() {
    while (position < text.length()
        && (Character.isWhitespace(text.charAt(position)) || text.charAt(position) == ';')) {
      move(1);
    }
  }

  private int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private void move(int count) {
    int end = Math.min(position + count, text.length());
    for (; position < end; position++) {
      if (text.charAt(position) == '\n') {
        line++;
      }
    }
  }

  private UsageException unclosed(int atLine, String problem, String expected) {
    return new UsageException(
        "SqlUnclosed",
        file
            + ":"
            + atLine
            + ": "
            + problem
            + "; got the end of the file, expected "
            + expected
            + ". Close it.");
  }
}
