package dev.ambix.query;

import dev.ambix.schema.SqlType;
import dev.ambix.type.Type;
import java.util.List;

/// An expression whose values are text. The words given to `contains`, `startsWith` and `endsWith`
/// are taken literally: `%`, `_` and backslash in them match themselves.
public interface TextExpression extends OrderedExpression<String> {
  default Condition contains(String words) {
    return matches("%" + escape(words) + "%", false);
  }

  default Condition startsWith(String words) {
    return matches(escape(words) + "%", false);
  }

  default Condition endsWith(String words) {
    return matches("%" + escape(words), false);
  }

  /// As [#contains], without regard to the case of ASCII letters; PostgreSQL folds others too.
  default Condition containsIgnoreCase(String words) {
    return matches("%" + escape(words) + "%", true);
  }

  /// As [#startsWith], with the case of letters as in [#containsIgnoreCase].
  default Condition startsWithIgnoreCase(String words) {
    return matches(escape(words) + "%", true);
  }

  /// As [#endsWith], with the case of letters as in [#containsIgnoreCase].
  default Condition endsWithIgnoreCase(String words) {
    return matches("%" + escape(words), true);
  }

  /// Equal to the text, with the case of letters as in [#containsIgnoreCase].
  default Condition equalsIgnoreCase(String words) {
    return matches(escape(words), true);
  }

  /// Matches an SQL LIKE pattern: `%` is any text, `_` any one character, backslash escapes. Case
  /// counts on every engine.
  default Condition like(String pattern) {
    return matches(pattern, false);
  }

  /// In lower case: ASCII letters on every engine, others where the engine folds them.
  default TextExpression lower() {
    return new Computed(new Node.Function("lower", List.of(node())), Type.TEXT);
  }

  private Condition matches(String pattern, boolean ignoreCase) {
    return new Condition(
        new Node.Like(node(), new Node.Bind(pattern, new SqlType.Text()), ignoreCase));
  }

  private static String escape(String words) {
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /// A text computed from others.
  record Computed(Node node, Type<String> type) implements TextExpression {}
}
