package dev.ambix.migrate.inspect;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The tokens of a statement, read from the left; and expressions in one spelling.
final class Tokens {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  /// Words that are not names of columns unless they stand in quotes.
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          abort action add after all alter always analyze and as asc attach autoincrement before begin
          between by cascade case cast check collate column commit conflict constraint create cross
          current current_date current_time current_timestamp database default deferrable deferred
          delete desc detach distinct do drop each else end escape except exclude exclusive exists
          explain fail false filter first following for foreign from full generated glob group groups
          having if ignore immediate in index indexed initially inner insert instead intersect into is
          isnull join key last left like limit match materialized natural no not nothing notnull null
          nulls of offset on or order others outer over partition plan pragma preceding primary query
          raise range recursive references regexp reindex release rename replace restrict returning
          right rollback row rows savepoint select set table temp temporary then ties to transaction
          trigger true unbounded union unique update using vacuum values view virtual when where window
          with without
          """
              .strip()
              .split("\\s+"));

  /// Words before which an opening parenthesis keeps its distance.
  private static final Set<String> APART =
      Set.of(
          "all",
          "and",
          "as",
          "between",
          "by",
          "case",
          "check",
          "distinct",
          "else",
          "exists",
          "from",
          "in",
          "is",
          "like",
          "not",
          "on",
          "or",
          "over",
          "select",
          "then",
          "values",
          "when",
          "where");

  private final List<Token> all;
  private int next;

  Tokens(String sql) {
    this(Token.of(sql));
  }

  Tokens(List<Token> all) {
    this.all = List.copyOf(all);
  }

  boolean atEnd() {
    return next >= all.size();
  }

  /// Whether these words or symbols come next.
  boolean sees(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (next + i >= all.size() || !all.get(next + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /// Takes these words if they come next.
  boolean takes(String... words) {
    boolean sees = sees(words);
    next += sees ? words.length : 0;
    return sees;
  }

  Token peek() {
    return all.get(next);
  }

  Token take() {
    return all.get(next++);
  }

  /// Takes what stands in parentheses, and both of them.
  List<Token> parenthesized() {
    int start = next;
    int depth = 0;
    do {
      depth += peek().is("(") ? 1 : peek().is(")") ? -1 : 0;
      next++;
    } while (depth > 0 && !atEnd());
    return all.subList(start + 1, next - 1);
  }

  /// Takes what comes before a comma outside of parentheses, and the comma.
  List<Token> untilComma() {
    int start = next;
    while (!atEnd() && !sees(",")) {
      if (sees("(")) {
        parenthesized();
      } else {
        next++;
      }
    }
    var part = all.subList(start, next);
    next++;
    return part;
  }

  List<Token> rest() {
    var rest = all.subList(next, all.size());
    next = all.size();
    return rest;
  }

  /// The tokens as text: one spelling for all ways to space, to quote names that need no quotes,
  /// and to write keywords, without parentheses around the whole.
  static String text(List<Token> tokens) {
    if (tokens.size() > 2 && tokens.getFirst().is("(")) {
      var inside = new Tokens(tokens);
      var inner = inside.parenthesized();
      if (inside.atEnd()) {
        return text(inner);
      }
    }
    var text = new StringBuilder();
    var before = "";
    boolean sign = false;
    for (var token : tokens) {
      var now = spelled(token);
      if (!before.isEmpty() && !sign && spaced(before, now)) {
        text.append(' ');
      }
      text.append(now);
      sign = (now.equals("-") || now.equals("+")) && !endsOperand(before);
      before = now;
    }
    return text.toString();
  }

  private static boolean endsOperand(String word) {
    return word.equals(")")
        || (!word.isEmpty()
            && !APART.contains(word)
            && (Character.isLetterOrDigit(word.charAt(0)) || "_\"'".indexOf(word.charAt(0)) >= 0));
  }

  private static boolean spaced(String before, String now) {
    if (now.equals("(")) {
      boolean call = PLAIN.matcher(before).matches() && !APART.contains(before);
      return !call && !before.equals("(");
    }
    return !before.equals("(")
        && !before.equals(".")
        && !now.equals(")")
        && !now.equals(",")
        && !now.equals(".");
  }

  private static String spelled(Token token) {
    if (token.kind() != Token.Kind.QUOTED) {
      return token.folded();
    }
    var name = token.name();
    return PLAIN.matcher(name).matches() && !KEYWORDS.contains(name)
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }
}
