package dev.ambix.query;

import dev.ambix.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a query as data. Nodes know no SQL: a dialect's renderer turns them into text and
/// binds. Users meet them only when they write a dialect.
public sealed interface Node {
  /// A column of a table of the query.
  record ColumnRef(String table, String column) implements Node {}

  /// A bound column value.
  record Bind(@Nullable Object value, SqlType type) implements Node {
    /// Without the value.
    @Override
    public String toString() {
      return "Bind[" + type + "]";
    }
  }

  /// `left operator right`.
  record Comparison(Operator operator, Node left, Node right) implements Node {}

  /// The conditions joined by AND, or by OR; an empty AND is true, an empty OR is false.
  record Junction(boolean conjunction, List<Node> terms) implements Node {
    public Junction {
      terms = List.copyOf(terms);
    }
  }

  /// NOT `term`.
  record Negation(Node term) implements Node {}

  /// IS NULL.
  record IsNull(Node term) implements Node {}

  /// Membership in a list of column values, none of them null. An empty list has no member.
  record In(Node term, List<Object> values, SqlType type) implements Node {
    public In {
      values = List.copyOf(values);
    }
  }

  /// A match of `term` with a LIKE pattern whose escape character is a backslash.
  ///
  /// @param pattern a bound text
  /// @param ignoreCase whether case counts for nothing, as far as the engine folds it
  record Like(Node term, Node pattern, boolean ignoreCase) implements Node {}

  /// `left operator right`, on numbers.
  record Arithmetic(ArithmeticOperator operator, Node left, Node right) implements Node {}

  /// A call of a function that every engine has under this name.
  record Function(String name, List<Node> arguments) implements Node {
    public Function {
      arguments = List.copyOf(arguments);
    }
  }

  /// How two values compare.
  enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }

  /// How two numbers combine.
  enum ArithmeticOperator {
    PLUS,
    MINUS,
    TIMES
  }
}
