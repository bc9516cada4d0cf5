package dev.ambix.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.error.UsageException;
import dev.ambix.query.Aggregates;
import dev.ambix.query.Condition;
import dev.ambix.query.Expression;
import dev.ambix.query.Functions;
import dev.ambix.query.Node;
import dev.ambix.query.Node.ColumnRef;
import dev.ambix.query.Node.Origin;
import dev.ambix.query.Node.TimeUnit;
import dev.ambix.query.NumberExpression;
import dev.ambix.query.OrderedExpression;
import dev.ambix.query.Query;
import dev.ambix.query.Query.Block;
import dev.ambix.query.Query.Combined;
import dev.ambix.query.TextExpression;
import dev.ambix.query.Window;
import dev.ambix.schema.Schema;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// How queries and functions are written: the same on both engines unless it says otherwise.
class QueryTest {
  private static final Origin.Named T = new Origin.Named("t", "t");
  private static final NumberExpression<Integer> A =
      new NumberExpression.Computed<>(new ColumnRef(T, "a"), Type.INTEGER);
  private static final NumberExpression<Double> D =
      new NumberExpression.Computed<>(new ColumnRef(T, "d"), Type.DOUBLE);
  private static final NumberExpression<BigDecimal> M =
      new NumberExpression.Computed<>(new ColumnRef(T, "m"), Type.decimal(10, 2));
  private static final NumberExpression<BigDecimal> WIDE =
      new NumberExpression.Computed<>(new ColumnRef(T, "w"), Type.decimal(30, 2));
  private static final TextExpression S =
      new TextExpression.Computed(new ColumnRef(T, "s"), Type.TEXT);
  private static final OrderedExpression<java.time.Instant> I =
      new OrderedExpression.Computed<>(new ColumnRef(T, "i"), Type.INSTANT);

  private static final Dialect POSTGRESQL = Dialect.postgresql();
  private static final Dialect SQLITE = Dialect.sqlite(new Schema(List.of()));

  static Stream<Arguments> values() {
    return Stream.of(
        both(A.plus(A), "t.a + t.a"),
        both(A.minus(A.minus(1)), "t.a - (t.a - ?)"),
        both(A.dividedBy(2).times(3), "(t.a / nullif(?, 0)) * ?"),
        each(D.dividedBy(D), "(t.d / nullif(t.d, 0))", "(cast(t.d as real) / t.d)"),
        both(Functions.concat(S, Functions.upper(S)), "t.s || upper(t.s)"),
        both(Functions.length(Functions.concat(S, S)), "length(t.s || t.s)"),
        each(
            Functions.greatest(A, A),
            "greatest(t.a, t.a)",
            "max(coalesce(t.a, t.a), coalesce(t.a, t.a))"),
        each(
            Functions.round(D, 1),
            "cast(round(cast(t.d as numeric), ?) as double precision)",
            "round(t.d, ?)"),
        each(
            Functions.extract(TimeUnit.MONTH, I),
            "cast(floor(extract(month from (t.i at time zone 'UTC'))) as integer)",
            "cast(substr(t.i, 6, 2) as integer)"),
        each(
            Functions.truncate(TimeUnit.HOUR, I),
            "(date_trunc('hour', (t.i at time zone 'UTC')) at time zone 'UTC')",
            "(substr(t.i, 1, 13) || ':00:00.000000Z')"),
        each(
            Functions.cast(D, Type.INTEGER), "cast(trunc(t.d) as integer)", "cast(t.d as integer)"),
        both(
            Functions.when(A.gt(1), A).when(A.isNull(), A).otherwiseNull(),
            "case when t.a > ? then t.a when t.a is null then t.a end"));
  }

  static Stream<Arguments> calls() {
    var window = Window.partitionBy(S).orderBy(A.desc());
    return Stream.of(
        both(Aggregates.count(), "count(*)"),
        both(Aggregates.countDistinct(A), "count(distinct t.a)"),
        both(Aggregates.count().filter(A.gt(1)), "count(*) filter (where t.a > ?)"),
        each(Aggregates.sum(A), "cast(sum(t.a) as bigint)", "sum(t.a)"),
        each(
            Aggregates.sum(D),
            "cast(sum(cast(t.d as double precision)) as double precision)",
            "sum(t.d)"),
        both(Aggregates.sum(M), "sum(t.m)"),
        each(Aggregates.avg(A), "cast(avg(t.a) as double precision)", "avg(t.a)"),
        each(Aggregates.joined(S, "-"), "string_agg(t.s, ?)", "group_concat(t.s, ?)"),
        each(
            Aggregates.rank().over(window),
            "rank() over (partition by t.s order by t.a desc)",
            "rank() over (partition by t.s order by t.a desc nulls first)"),
        both(
            Aggregates.max(A)
                .over(Window.all().rows(Window.Bound.preceding(2), Window.Bound.following(1))),
            "max(t.a) over (rows between 2 preceding and 1 following)"),
        both(
            Aggregates.max(A)
                .over(Window.all().range(Window.Bound.start(), Window.Bound.current())),
            "max(t.a) over (range between unbounded preceding and current row)"));
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        each(A.isSame(A), "t.a is not distinct from t.a", "t.a is t.a"),
        each(A.isDistinctFrom(1), "t.a is distinct from ?", "t.a is not ?"),
        both(A.isSame((Integer) null), "t.a is null"),
        both(
            new Condition(new Node.InQuery(A.node(), query(A))),
            "t.a in (select t_2.a from t as t_2)"),
        both(
            new Condition(new Node.InQuery(A.node(), query(A))).not(),
            "t.a not in (select t_2.a from t as t_2)"),
        both(
            new Condition(new Node.HasRows(query(A))).not(),
            "not exists (select t_2.a from t as t_2)"),
        both(
            new Condition(
                new Node.Comparison(
                    Node.Operator.LESS,
                    new Node.Tuple(List.of(A.node(), S.node())),
                    new Node.Tuple(List.of(A.node(), S.node())))),
            "(t.a, t.s) < (t.a, t.s)"));
  }

  @ParameterizedTest
  @MethodSource({"values", "calls"})
  void writesValues(Expression<?> value, String postgresql, String sqlite) {
    var select = new Statement.Select(query(value));
    assertThat(text(POSTGRESQL, select)).isEqualTo("select " + postgresql + " from t");
    assertThat(text(SQLITE, select)).isEqualTo("select " + sqlite + " from t");
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void writesConditions(Condition condition, String postgresql, String sqlite) {
    var block = block(A).withWhere(Optional.of(condition.node()));
    var select = new Statement.Select(Query.of(block));
    assertThat(text(POSTGRESQL, select)).isEqualTo("select t.a from t where " + postgresql);
    assertThat(text(SQLITE, select)).isEqualTo("select t.a from t where " + sqlite);
  }

  @Test
  void writesGroupsAndTheirOrderByPosition() {
    var one = A.plus(1);
    var block =
        block(one, Aggregates.count())
            .withGroups(List.of(one.node(), S.node()))
            .withHaving(Optional.of(Aggregates.count().gt(1L).node()));
    var query = Query.of(block).withOrders(List.of(one.desc(), S.asc()));
    assertThat(text(POSTGRESQL, new Statement.Select(query)))
        .isEqualTo(
            "select t.a + ?, count(*) from t group by 1, t.s having count(*) > ?"
                + " order by 1 desc, t.s");
  }

  @Test
  void writesJoinsOfQueries() {
    var inner = new Query.From(new Origin.Named("", "q"), Optional.of(query(A, S)));
    var column = new ColumnRef(inner.name(), "c1");
    var on = new Node.Comparison(Node.Operator.EQUAL, column, A.node());
    var joined = block(A).withJoins(List.of(new Query.Join(inner, on, true, false)));
    assertThat(both(Query.of(joined)))
        .isEqualTo(
            "select t.a from t left join"
                + " (select t_2.a as c1, t_2.s as c2 from t as t_2) as q on q.c1 = t.a");
    var lateral = block(A).withJoins(List.of(new Query.Join(inner, on, false, true)));
    var select = new Statement.Select(Query.of(lateral));
    assertThat(text(POSTGRESQL, select)).contains(" join lateral (select ");
    assertThatThrownBy(() -> SQLITE.render(select))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("[LateralJoin] ");
  }

  @Test
  void refusesTwoRowsOfOneName() {
    var on = Condition.all().node();
    var joined = block(A).withJoins(List.of(new Query.Join(Query.From.table(T), on, false, false)));
    assertThatThrownBy(() -> SQLITE.render(new Statement.Select(Query.of(joined))))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("[SameName] query: got t twice");
  }

  @Test
  void writesQueriesWithAName() {
    var name = new Origin.Named("q", "q");
    var block =
        new Block(
            Query.From.table(name),
            List.of(),
            List.of(new ColumnRef(name, "c1")),
            true,
            Optional.empty(),
            List.of(),
            Optional.empty());
    var query = Query.of(block).withCommon(List.of(new Query.Common("q", query(A, S), false)));
    assertThat(both(query))
        .isEqualTo("with q (c1, c2) as (select t.a, t.s from t) select distinct q.c1 from q");
    var recursive = Query.of(block).withCommon(List.of(new Query.Common("q", query(A), true)));
    assertThat(both(recursive)).startsWith("with recursive q (c1) as (");
  }

  @Test
  void combinesQueries() {
    var union = combined(Combined.Operator.UNION, query(A), query(A));
    assertThat(both(union)).isEqualTo("select t.a from t union select t_2.a from t as t_2");
    assertThat(both(combined(Combined.Operator.UNION, union, query(A))))
        .isEqualTo(
            "select t.a from t union select t_2.a from t as t_2 union select t_3.a from t as t_3");
    assertThat(both(combined(Combined.Operator.EXCEPT, query(A), union)))
        .isEqualTo(
            "select t.a from t except select * from"
                + " (select t_2.a from t as t_2 union select t_3.a from t as t_3) as part");
    var ordered = union.withOrders(List.of(A.desc()));
    assertThat(text(POSTGRESQL, new Statement.Select(ordered))).endsWith(" order by 1 desc");
    assertThat(text(SQLITE, new Statement.Select(ordered)))
        .endsWith(" order by 1 desc nulls first");
  }

  @Test
  void refusesToComputeWithNumbersThatSqliteKeepsAsText() {
    for (Expression<?> value :
        List.of(
            Aggregates.sum(WIDE),
            Aggregates.max(WIDE),
            Functions.round(WIDE, 1),
            WIDE.dividedBy(WIDE))) {
      assertThatThrownBy(() -> SQLITE.render(new Statement.Select(query(value))))
          .hasMessageStartingWith("[NumericOrder] ");
    }
  }

  @Test
  void insertsWhatAQueryReads() {
    var insert = new Statement.InsertQuery("u", List.of("x", "y"), query(A, S));
    assertThat(text(POSTGRESQL, insert)).isEqualTo("insert into u (x, y) select t.a, t.s from t");
    assertThat(text(SQLITE, insert)).isEqualTo("insert into u (x, y) select t.a, t.s from t");
  }

  @Test
  void setsWhatIsComputedOnConflict() {
    var excluded = new ColumnRef(Statement.OnConflict.NEW, "a");
    var conflict =
        new Statement.OnConflict(
            List.of("s"),
            List.of("b"),
            List.of("v"),
            List.of(
                new Statement.Assignment(
                    "a", new Node.Arithmetic(Node.ArithmeticOperator.PLUS, A.node(), excluded))),
            Optional.of(new Node.Comparison(Node.Operator.LESS, A.node(), excluded)));
    var insert =
        new Statement.Insert(
            "t",
            List.of("a"),
            List.of(new SqlType.Int()),
            List.<Object[]>of(new Object[] {1}),
            List.of(),
            Optional.of(conflict));
    for (var dialect : List.of(POSTGRESQL, SQLITE)) {
      assertThat(text(dialect, insert))
          .endsWith(
              " on conflict (s) do update set b = excluded.b, v = t.v + 1, a = t.a + excluded.a"
                  + " where t.a < excluded.a");
    }
  }

  private static Query combined(Combined.Operator operator, Query left, Query right) {
    return Query.of(new Combined(operator, left, right));
  }

  private static Block block(Expression<?>... columns) {
    return Block.of(T, Stream.of(columns).<Node>map(Expression::node).toList(), Optional.empty());
  }

  private static Query query(Expression<?>... columns) {
    return Query.of(block(columns));
  }

  private static Arguments both(Object subject, String text) {
    return Arguments.of(subject, text, text);
  }

  private static Arguments each(Object subject, String postgresql, String sqlite) {
    return Arguments.of(subject, postgresql, sqlite);
  }

  /// The text on both engines, without quotes.
  private static String both(Query query) {
    var text = text(POSTGRESQL, new Statement.Select(query));
    assertThat(text(SQLITE, new Statement.Select(query))).isEqualTo(text);
    return text;
  }

  private static String text(Dialect dialect, Statement statement) {
    return dialect.render(statement).text().replace("\"", "");
  }
}
