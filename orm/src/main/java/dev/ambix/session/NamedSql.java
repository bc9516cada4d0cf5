package dev.ambix.session;

import dev.ambix.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// SQL text with parameters such as `:name`, taken apart. A colon in a text, a quoted identifier, a
/// comment or a dollar-quoted text is no parameter, and neither is the double colon of a cast.
///
/// @param pieces the text between the parameters, one more than there are parameters
/// @param names the parameters, in order, as often as they stand there
record NamedSql(List<String> pieces, List<String> names) {
  /// What would end the session's transaction under it, or outlive it on the connection.
  private static final Pattern NOT_OURS =
      Pattern.compile(
          "\\s*(begin|start|commit|end|rollback|abort|savepoint|release|discard|reset"
              + "|set(?!\\s+(local|constraints|transaction)\\b))\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static NamedSql parse(String sql) {
    if (NOT_OURS.matcher(sql).matches()) {
      throw new UsageException(
          "SessionControl",
          "sql: got a text that ends the transaction or changes the connection for others, expected"
              + " neither. Use commit, rollback, savepoint and transaction(), set local, or parameters"
              + " of the URL: "
              + sql);
    }
    return new Parser(sql).parse();
  }

  private static final class Parser {
    private final String sql;
    private final List<String> pieces = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int start;
    private int at;

    Parser(String sql) {
      this.sql = sql;
    }

    NamedSql parse() {
      while (at < sql.length()) {
        switch (sql.charAt(at)) {
          case '\'', '"', '`' -> skipQuoted(sql.charAt(at));
          case '-' -> skipBetween("--", "\n");
          case '/' -> skipBetween("/*", "*/");
          case '$' -> skipDollarQuoted();
          case ':' -> parameter();
          case '?' -> throw placeholder();
          case ';' -> end();
          default -> at++;
        }
      }
      pieces.add(sql.substring(start));
      return new NamedSql(List.copyOf(pieces), List.copyOf(names));
    }

    private UsageException placeholder() {
      return new UsageException(
          "PositionalParameter",
          "sql: got ? as a parameter, expected names such as :id, bound with bind(\"id\", …): "
              + sql);
    }

    /// A semicolon ends the text: engines differ in what they do with a second statement, down to
    /// passing over it in silence.
    private void end() {
      if (!sql.substring(at + 1).isBlank()) {
        throw new UsageException(
            "SeveralStatements",
            "sql: got more than one statement, expected one. Run each by itself; one with semicolons"
                + " inside, such as a trigger, goes through jdbc: "
                + sql);
      }
      at = sql.length();
    }

    private void skipQuoted(char quote) {
      int end = sql.indexOf(quote, at + 1);
      at = end < 0 ? sql.length() : end + 1;
    }

    private void skipBetween(String open, String close) {
      if (!sql.startsWith(open, at)) {
        at++;
        return;
      }
      int end = sql.indexOf(close, at + open.length());
      at = end < 0 ? sql.length() : end + close.length();
    }

    /// A text such as `$$…$$` or `$tag$…$tag$`.
    private void skipDollarQuoted() {
      if (at > 0 && Character.isJavaIdentifierPart(sql.charAt(at - 1))) {
        at++; // part of an identifier
        return;
      }
      int tagEnd = at + 1;
      while (tagEnd < sql.length()
          && Character.isJavaIdentifierPart(sql.charAt(tagEnd))
          && sql.charAt(tagEnd) != '$') {
        tagEnd++;
      }
      if (tagEnd < sql.length() && sql.charAt(tagEnd) == '$') {
        skipBetween(sql.substring(at, tagEnd + 1), sql.substring(at, tagEnd + 1));
      } else {
        at++;
      }
    }

    private void parameter() {
      int end = at + 1;
      if (end < sql.length() && sql.charAt(end) == ':') {
        at += 2;
        return;
      }
      if (end == sql.length() || !Character.isJavaIdentifierStart(sql.charAt(end))) {
        at++; // such as the bounds of an array
        return;
      }
      while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
        end++;
      }
      pieces.add(sql.substring(start, at));
      names.add(sql.substring(at + 1, end));
      start = end;
      at = end;
    }
  }
}
