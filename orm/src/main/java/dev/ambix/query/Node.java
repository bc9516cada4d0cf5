package dev.ambix.query;

import dev.ambix.schema.SqlType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A piece of a query as data. Nodes know no SQL: a dialect's renderer turns them into text and
/// binds. Users meet them only when they write a dialect.
public sealed interface Node {
  /// A column of a row of the query.
  record ColumnRef(Origin origin, String column) implements Node {
    /// A column of a table under its own name.
    public ColumnRef(String table, String column) {
      this(new Origin.Named(table, table), column);
    }
  }

  /// A bound column value.
  record Bind(@Nullable Object value, SqlType type) implements Node {
    /// Without the value.
    @Override
    public String toString() {
      return "Bind[" + type + "]";
    }
  }

  /// `left operator right`. Tuples compare by their first values, and where these are equal by the
  /// next.
  record Comparison(Operator operator, Node left, Node right) implements Node {}

  /// The conditions joined by AND, or by OR; an empty AND is true, an empty OR is false.
  record Junction(boolean conjunction, List<Node> terms) implements Node {
    public Junction {
      terms = List.copyOf(terms);
    }
  }

  /// NOT `term`.
  record Negation(Node term) implements Node {}

  /// `left operator right`, on numbers.
  record Arithmetic(ArithmeticOperator operator, Node left, Node right) implements Node {}

  /// The texts one after the other; NULL where one is.
  record Concatenation(List<Node> terms) implements Node {
    public Concatenation {
      terms = List.copyOf(terms);
    }
  }

  /// A question that has a form of its own for NOT.
  sealed interface Predicate extends Node {}

  /// IS NULL.
  record IsNull(Node term) implements Predicate {}

  /// Whether both are equal, or both are NULL; never unknown.
  record Same(Node left, Node right) implements Predicate {}

  /// Membership in a list of column values, none of them null. An empty list has no member.
  record In(Node term, List<Object> values, SqlType type) implements Predicate {
    public In {
      values = List.copyOf(values);
    }
  }

  /// Membership of some values in a list of rows of column values, none of them null: `(a, b) in
  /// ((1, 2), (3, 4))`.
  ///
  /// @param terms at least two
  /// @param rows each as long as `terms`
  /// @param types the type of each term
  record InTuples(List<Node> terms, List<List<Object>> rows, List<SqlType> types)
      implements Predicate {
    public InTuples {
      terms = List.copyOf(terms);
      rows = rows.stream().map(List::copyOf).toList();
      types = List.copyOf(types);
    }
  }

  /// Membership in the rows of a query.
  ///
  /// @param term a value, or a tuple of as many as the query has columns
  record InQuery(Node term, Query query) implements Predicate {}

  /// Whether a query has rows.
  record HasRows(Query query) implements Predicate {}

  /// Whether rows can be reached from a row of the query, by one hop after the other, whose last
  /// one satisfies the condition. Columns of the last table under its own name are those of such a
  /// row.
  record Exists(Origin from, List<Hop> hops, Node condition) implements Predicate {
    public Exists {
      hops = List.copyOf(hops);
    }
  }

  /// A match of `term` with a LIKE pattern whose escape character is a backslash.
  ///
  /// @param pattern a bound text
  /// @param ignoreCase whether case counts for nothing, as far as the engine folds it
  record Like(Node term, Node pattern, boolean ignoreCase) implements Predicate {}

  /// What is written as a call, or in brackets.
  sealed interface Computed extends Node {}

  /// A value inside a JSON value.
  ///
  /// @param path the names of properties, and the positions in arrays, from the outermost on
  /// @param as the type that it is taken for
  record JsonPath(Node term, List<String> path, SqlType as) implements Node {
    public JsonPath {
      path = List.copyOf(path);
    }
  }

  /// What is asked of an array.
  ///
  /// @param values the column values that it is compared with
  /// @param type the type of the array
  record ArrayOp(ArrayOperator operator, Node term, List<Object> values, SqlType.Array type)
      implements Node {
    public ArrayOp {
      values = List.copyOf(values);
    }
  }

  /// A call of a function that every engine has under this name.
  record Function(String name, List<Node> arguments) implements Computed {
    public Function {
      arguments = List.copyOf(arguments);
    }
  }

  /// Several values as one, to compare.
  record Tuple(List<Node> terms) implements Computed {
    public Tuple {
      terms = List.copyOf(terms);
    }
  }

  /// The value in the only row and column of a query; NULL where it has no row.
  record Subquery(Query query) implements Computed {}

  /// The value of the first case whose condition is true.
  ///
  /// @param otherwise the value where none is; empty for NULL
  record Case(List<When> cases, Optional<Node> otherwise) implements Computed {
    public Case {
      cases = List.copyOf(cases);
    }

    /// A condition, and what it gives.
    public record When(Node condition, Node value) {}
  }

  /// A call of a function that computes one value from many rows.
  ///
  /// @param arguments of `COUNT`, none to count rows
  /// @param distinct whether equal values count once
  /// @param filter which of the rows count; empty for all
  /// @param over which rows around the present one count; empty for those of its group
  /// @param type the type of what it gives
  record Call(
      Calls function,
      List<Node> arguments,
      boolean distinct,
      List<Order> orders,
      Optional<Node> filter,
      Optional<Window> over,
      SqlType type)
      implements Computed {
    public Call {
      arguments = List.copyOf(arguments);
      orders = List.copyOf(orders);
    }
  }

  /// A function that engines write differently, or compute differently unless it is written so.
  ///
  /// @param type the type of what it gives
  record Known(Scalar function, List<Node> arguments, SqlType type) implements Computed {
    public Known {
      arguments = List.copyOf(arguments);
    }
  }

  /// A value as one of another type.
  record Cast(Node term, SqlType from, SqlType to) implements Computed {}

  /// A part of a date or a time, as a whole number; of a point on the time line, in UTC.
  record Part(TimeUnit unit, Node term, SqlType type) implements Computed {}

  /// A date or a time without what is smaller than a unit; of a point on the time line, in UTC.
  record Truncated(TimeUnit unit, Node term, SqlType type) implements Computed {}

  /// Where the rows come from whose columns a query names.
  sealed interface Origin {
    /// A table that the query names itself, under its own name or another one. Inside a subquery,
    /// the innermost table of this name counts.
    record Named(String table, String name) implements Origin {}

    /// The row that a row of another origin refers to. Naming a column of it is enough to join it.
    ///
    /// @param attribute the name of the reference
    /// @param optional whether there may be none, and the row stays all the same
    record Joined(Origin from, String attribute, Hop hop, boolean optional) implements Origin {
      @Override
      public String table() {
        return hop.table();
      }
    }

    /// The table that its rows are of.
    String table();

    /// The same, with other rows in place of the table that it starts at.
    default Origin startingAt(Origin rows) {
      return switch (this) {
        case Named _ -> rows;
        case Joined(Origin from, String attribute, Hop hop, boolean optional) ->
            new Joined(from.startingAt(rows), attribute, hop, optional);
      };
    }

    /// The rows that these hops lead to from its own.
    ///
    /// @param optional whether there may be none, and its rows stay all the same
    default Origin joined(String attribute, List<Hop> hops, boolean optional) {
      var rows = this;
      for (var hop : hops) {
        rows = new Joined(rows, attribute, hop, optional);
      }
      return rows;
    }

    /// The table of a subtype, joined to that of its root.
    ///
    /// @param keys the columns of the primary key, the same in both tables
    static Origin part(String table, String root, String... keys) {
      var columns = List.of(keys);
      return new Joined(new Named(root, root), table, new Hop(table, columns, columns), true);
    }
  }

  /// A step from the rows of one table to those of another.
  ///
  /// @param table the table it leads to
  /// @param from the columns of the rows it starts at
  /// @param to the columns of `table` that equal them, in the same order
  record Hop(String table, List<String> from, List<String> to) {
    public Hop {
      from = List.copyOf(from);
      to = List.copyOf(to);
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

  /// What is asked of an array.
  enum ArrayOperator {
    /// Whether it holds all of the values.
    CONTAINS_ALL,
    /// Whether it holds one of the values.
    OVERLAPS,
    /// How many elements it has.
    LENGTH
  }

  /// How two numbers combine.
  enum ArithmeticOperator {
    PLUS,
    MINUS,
    TIMES
  }

  /// What computes one value from many rows.
  enum Calls {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX,
    JOINED_TEXT,
    ROW_NUMBER,
    RANK,
    DENSE_RANK,
    NTILE,
    LAG,
    LEAD,
    FIRST_VALUE,
    LAST_VALUE
  }

  /// What engines compute differently. `GREATEST` and `LEAST` pass over NULL, `ROUND` rounds half
  /// away from zero to a number of digits, `DIVIDE` gives NULL where the divisor is 0 and cuts what
  /// two integers give to an integer, `NOW` and `TODAY` are in UTC.
  enum Scalar {
    GREATEST,
    LEAST,
    ROUND,
    FLOOR,
    CEILING,
    DIVIDE,
    REMAINDER,
    NOW,
    TODAY
  }

  /// The parts of dates and times.
  enum TimeUnit {
    YEAR,
    MONTH,
    DAY,
    HOUR,
    MINUTE,
    SECOND
  }
}
