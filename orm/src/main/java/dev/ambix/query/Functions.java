package dev.ambix.query;

import dev.ambix.error.UsageException;
import dev.ambix.query.Node.Scalar;
import dev.ambix.query.Node.TimeUnit;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The functions of the query language, for `import static`. Each gives the same on every engine
/// and is NULL where what it computes from is, unless it says otherwise. Functions of many rows are
/// in [Aggregates].
@SuppressWarnings("varargs") // the arrays are only read
public final class Functions {
  private Functions() {}

  /// A constant number.
  public static <N extends Number> NumberExpression<N> value(N number) {
    return new NumberExpression.Computed<>(bind(typeOf(number), number), typeOf(number));
  }

  @SuppressWarnings("unchecked") // the type is that of the number's class
  private static <N extends Number> Type<N> typeOf(N number) {
    if (number instanceof BigDecimal decimal) {
      int scale = Math.max(decimal.scale(), 0);
      return (Type<N>)
          Type.decimal(Math.max(decimal.precision() - decimal.scale() + scale, scale + 1), scale);
    }
    return (Type<N>)
        Type.of(number.getClass())
            .orElseThrow(() ->
                new UsageException(
                    "UnmappedValue",
                    "value: got a "
                        + number.getClass().getName()
                        + ", expected a number that a column can have."));
  }

  /// A constant text.
  public static TextExpression value(String text) {
    return new TextExpression.Computed(
        new Node.Cast(bind(Type.TEXT, text), new SqlType.Text(), new SqlType.Text()), Type.TEXT);
  }

  /// A constant of any type.
  public static <T> OrderedExpression<T> value(T value, Type<T> type) {
    return new OrderedExpression.Computed<>(bind(type, value), type);
  }

  /// Whether a condition is true, false or unknown, as a value.
  public static Expression<Boolean> value(Condition condition) {
    return new Expression.Computed<>(condition.node(), Type.BOOLEAN);
  }

  /// The only value that a query reads; NULL where it has no row.
  public static <T> OrderedExpression<T> value(Subquery<T> query) {
    return new OrderedExpression.Computed<>(new Node.Subquery(query.query()), query.type());
  }

  private static <T> Node bind(Type<T> type, T value) {
    return new Node.Bind(type.toOperand(value), type.sqlType());
  }

  /// The same value, with the operators of numbers.
  public static <N extends Number> NumberExpression<N> number(Expression<N> value) {
    return new NumberExpression.Computed<>(value.node(), value.type());
  }

  /// The same value, with the operators of texts.
  public static TextExpression text(Expression<String> value) {
    return new TextExpression.Computed(value.node(), value.type());
  }

  /// Whether a query has rows.
  public static Condition exists(Subquery<?> query) {
    return new Condition(new Node.HasRows(query.query()));
  }

  /// The first of the numbers that is not NULL.
  @SafeVarargs
  public static <N extends Number> NumberExpression<N> coalesce(
      NumberExpression<N> first, NumberExpression<N>... others) {
    return number(coalesced(first, others));
  }

  /// The number, or another one where it is NULL.
  public static <N extends Number> NumberExpression<N> coalesce(
      NumberExpression<N> first, N other) {
    return new NumberExpression.Computed<>(
        function("coalesce", first.node(), bind(first.type(), other)), first.type());
  }

  /// The first of the texts that is not NULL.
  public static TextExpression coalesce(TextExpression first, TextExpression... others) {
    return text(coalesced(first, others));
  }

  /// The text, or another one where it is NULL.
  public static TextExpression coalesce(TextExpression first, String other) {
    return new TextExpression.Computed(
        function("coalesce", first.node(), bind(Type.TEXT, other)), Type.TEXT);
  }

  /// The first of the values that is not NULL.
  @SafeVarargs
  public static <T> OrderedExpression<T> coalesce(
      OrderedExpression<T> first, OrderedExpression<T>... others) {
    return coalesced(first, others);
  }

  private static <T> OrderedExpression<T> coalesced(Expression<T> first, Expression<T>[] others) {
    var nodes = Stream.concat(Stream.of(first), Arrays.stream(others)).map(Expression::node);
    return new OrderedExpression.Computed<>(
        new Node.Function("coalesce", nodes.toList()), first.type());
  }

  /// The value, or NULL where both are equal.
  public static <T> OrderedExpression<T> nullIf(Expression<T> value, Expression<T> other) {
    return new OrderedExpression.Computed<>(
        function("nullif", value.node(), other.node()), value.type());
  }

  /// The greatest of the values that are not NULL.
  @SafeVarargs
  public static <T> OrderedExpression<T> greatest(
      OrderedExpression<T> first, OrderedExpression<T>... others) {
    return extreme(Scalar.GREATEST, first, others);
  }

  /// The smallest of the values that are not NULL.
  @SafeVarargs
  public static <T> OrderedExpression<T> least(
      OrderedExpression<T> first, OrderedExpression<T>... others) {
    return extreme(Scalar.LEAST, first, others);
  }

  private static <T> OrderedExpression<T> extreme(
      Scalar function, OrderedExpression<T> first, OrderedExpression<T>[] others) {
    var nodes = Stream.concat(Stream.of(first), Arrays.stream(others)).map(Expression::node);
    return new OrderedExpression.Computed<>(
        new Node.Known(function, nodes.toList(), first.type().sqlType()), first.type());
  }

  /// In lower case: ASCII letters on every engine, others where the engine folds them.
  public static TextExpression lower(TextExpression text) {
    return text.lower();
  }

  /// In upper case: ASCII letters on every engine, others where the engine folds them.
  public static TextExpression upper(TextExpression text) {
    return textual("upper", text.node());
  }

  /// Without spaces at both ends.
  public static TextExpression trim(TextExpression text) {
    return textual("trim", text.node());
  }

  /// How many code points it has.
  public static NumberExpression<Integer> length(TextExpression text) {
    return new NumberExpression.Computed<>(function("length", text.node()), Type.INTEGER);
  }

  /// A part of a text.
  ///
  /// @param start where it starts, counted from 1
  /// @param length how many code points at the most
  public static TextExpression substring(TextExpression text, int start, int length) {
    if (start < 1 || length < 0) {
      throw new UsageException(
          "BadSubstring",
          "substring: got start "
              + start
              + " and length "
              + length
              + ", expected a start of at least 1 and a length of at least 0.");
    }
    return textual("substr", text.node(), whole(start), whole(length));
  }

  /// With each `old` in it replaced.
  public static TextExpression replace(TextExpression text, String old, String by) {
    return textual("replace", text.node(), bind(Type.TEXT, old), bind(Type.TEXT, by));
  }

  /// The texts one after the other.
  public static TextExpression concat(TextExpression first, TextExpression... others) {
    var nodes = Stream.concat(Stream.of(first), Arrays.stream(others)).map(Expression::node);
    return new TextExpression.Computed(new Node.Concatenation(nodes.toList()), Type.TEXT);
  }

  /// Without its sign.
  public static <N extends Number> NumberExpression<N> abs(NumberExpression<N> number) {
    return new NumberExpression.Computed<>(function("abs", number.node()), number.type());
  }

  /// Rounded half away from zero to so many digits after the point.
  public static <N extends Number> NumberExpression<N> round(
      NumberExpression<N> number, int digits) {
    return known(Scalar.ROUND, number, whole(digits));
  }

  /// The greatest whole number that is not greater.
  public static <N extends Number> NumberExpression<N> floor(NumberExpression<N> number) {
    return known(Scalar.FLOOR, number);
  }

  /// The smallest whole number that is not smaller.
  public static <N extends Number> NumberExpression<N> ceil(NumberExpression<N> number) {
    return known(Scalar.CEILING, number);
  }

  /// What remains of a division, with the sign of the dividend; NULL where the divisor is 0.
  public static NumberExpression<Integer> mod(
      NumberExpression<Integer> number, NumberExpression<Integer> divisor) {
    return known(Scalar.REMAINDER, number, divisor.node());
  }

  /// As the other one, with a constant.
  public static NumberExpression<Integer> mod(NumberExpression<Integer> number, int divisor) {
    return known(Scalar.REMAINDER, number, whole(divisor));
  }

  /// As the other one, with a constant.
  public static NumberExpression<Long> mod(NumberExpression<Long> number, long divisor) {
    return known(Scalar.REMAINDER, number, bind(Type.LONG, divisor));
  }

  /// The present time: of the start of the transaction, or of the statement on SQLite, which knows
  /// milliseconds.
  public static OrderedExpression<Instant> now() {
    var type = Type.INSTANT;
    return new OrderedExpression.Computed<>(
        new Node.Known(Scalar.NOW, List.of(), type.sqlType()), type);
  }

  /// The present date in UTC.
  public static OrderedExpression<LocalDate> today() {
    var type = Type.LOCAL_DATE;
    return new OrderedExpression.Computed<>(
        new Node.Known(Scalar.TODAY, List.of(), type.sqlType()), type);
  }

  /// A part of a date or a time, as a whole number; of an `Instant`, in UTC.
  public static NumberExpression<Integer> extract(TimeUnit unit, Expression<?> time) {
    var type = requireUnit("extract", unit, time);
    return new NumberExpression.Computed<>(new Node.Part(unit, time.node(), type), Type.INTEGER);
  }

  /// A date or a time without what is smaller than the unit; of an `Instant`, in UTC.
  public static <T> OrderedExpression<T> truncate(TimeUnit unit, Expression<T> time) {
    var type = requireUnit("truncate", unit, time);
    if (type instanceof SqlType.Time) {
      throw noUnit("truncate", unit, time);
    }
    return new OrderedExpression.Computed<>(
        new Node.Truncated(unit, time.node(), type), time.type());
  }

  private static SqlType requireUnit(String function, TimeUnit unit, Expression<?> time) {
    var type = time.type().sqlType();
    boolean ofDay = unit.compareTo(TimeUnit.DAY) > 0;
    boolean known =
        type instanceof SqlType.Timestamp
            || type instanceof SqlType.TimestampTz
            || (type instanceof SqlType.Date && !ofDay)
            || (type instanceof SqlType.Time && ofDay);
    if (!known) {
      throw noUnit(function, unit, time);
    }
    return type;
  }

  private static UsageException noUnit(String function, TimeUnit unit, Expression<?> time) {
    return new UsageException(
        "TimeUnit",
        function
            + ": got "
            + unit
            + " of a "
            + time.type().javaType().getSimpleName()
            + ", expected a date or a time that has one.");
  }

  /// The value as one of another type: a number as another number, where digits after the point are
  /// cut to get an integer and rounded to get a decimal; a text as a number, and an integer, a UUID
  /// or an enum as text.
  public static <T> OrderedExpression<T> cast(Expression<?> value, Type<T> type) {
    if (!Casts.areAlike(value.type().sqlType(), type.sqlType())) {
      throw new UsageException(
          "CastType",
          "cast: got a "
              + value.type().javaType().getSimpleName()
              + " as "
              + type.javaType().getSimpleName()
              + ", expected a number or a text that every engine turns into the same.");
    }
    return new OrderedExpression.Computed<>(
        new Node.Cast(value.node(), value.type().sqlType(), type.sqlType()), type);
  }

  /// The value of the first condition that is true, of several that follow.
  public static <N extends Number> Cases<NumberExpression<N>> when(
      Condition condition, NumberExpression<N> value) {
    return new Cases<NumberExpression<N>>(
            List.of(), node -> new NumberExpression.Computed<>(node, value.type()))
        .when(condition, value);
  }

  /// The value of the first condition that is true, of several that follow.
  public static Cases<TextExpression> when(Condition condition, TextExpression value) {
    return new Cases<TextExpression>(
            List.of(), node -> new TextExpression.Computed(node, Type.TEXT))
        .when(condition, value);
  }

  /// The value of the first condition that is true, of several that follow.
  public static <T> Cases<OrderedExpression<T>> when(
      Condition condition, OrderedExpression<T> value) {
    return new Cases<OrderedExpression<T>>(
            List.of(), node -> new OrderedExpression.Computed<>(node, value.type()))
        .when(condition, value);
  }

  /// Conditions and what each of them gives. Immutable.
  ///
  /// @param <X> the kind of what they give
  public static final class Cases<X extends Expression<?>> {
    private final List<Node.Case.When> cases;
    private final java.util.function.Function<Node, X> maker;

    private Cases(List<Node.Case.When> cases, java.util.function.Function<Node, X> maker) {
      this.cases = cases;
      this.maker = maker;
    }

    /// One more condition, for where those before are not true.
    public Cases<X> when(Condition condition, X value) {
      var more = new ArrayList<>(cases);
      more.add(new Node.Case.When(condition.node(), value.node()));
      return new Cases<>(more, maker);
    }

    /// The value where none of the conditions is true.
    public X otherwise(X value) {
      return maker.apply(new Node.Case(cases, Optional.of(value.node())));
    }

    /// NULL where none of the conditions is true.
    public X otherwiseNull() {
      return maker.apply(new Node.Case(cases, Optional.empty()));
    }
  }

  private static <N extends Number> NumberExpression<N> known(
      Scalar function, NumberExpression<N> number, Node... more) {
    var nodes = Stream.concat(Stream.of(number.node()), Arrays.stream(more)).toList();
    return new NumberExpression.Computed<>(
        new Node.Known(function, nodes, number.type().sqlType()), number.type());
  }

  private static TextExpression textual(String name, Node... arguments) {
    return new TextExpression.Computed(function(name, arguments), Type.TEXT);
  }

  private static Node function(String name, Node... arguments) {
    return new Node.Function(name, List.of(arguments));
  }

  private static Node whole(int number) {
    return new Node.Bind(number, new SqlType.Int());
  }
}
