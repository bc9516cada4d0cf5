package dev.ambix.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.dialect.Statement.Assignment;
import dev.ambix.dialect.Statement.Delete;
import dev.ambix.dialect.Statement.Insert;
import dev.ambix.dialect.Statement.OnConflict;
import dev.ambix.dialect.Statement.Select;
import dev.ambix.dialect.Statement.Update;
import dev.ambix.error.UsageException;
import dev.ambix.error.ValueRejected;
import dev.ambix.query.Node;
import dev.ambix.query.Node.Arithmetic;
import dev.ambix.query.Node.ArithmeticOperator;
import dev.ambix.query.Node.Bind;
import dev.ambix.query.Node.ColumnRef;
import dev.ambix.query.Node.Comparison;
import dev.ambix.query.Node.Function;
import dev.ambix.query.Node.In;
import dev.ambix.query.Node.IsNull;
import dev.ambix.query.Node.Junction;
import dev.ambix.query.Node.Like;
import dev.ambix.query.Node.Negation;
import dev.ambix.query.Node.Operator;
import dev.ambix.query.NumberExpression;
import dev.ambix.query.Order;
import dev.ambix.schema.Schema;
import dev.ambix.schema.SqlType;
import dev.ambix.type.Type;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RenderTest {
  private static final SqlType INT = new SqlType.Int();
  private static final SqlType TEXT = new SqlType.Text();
  private static final Node A = new ColumnRef("t", "a");
  private static final Node B = new ColumnRef("t", "b");
  private static final Node ONE = new Bind(1, INT);
  private static final Node A1 = new Comparison(Operator.EQUAL, A, ONE);
  private static final Node B1 = new Comparison(Operator.LESS, B, ONE);

  private static final Dialect POSTGRESQL = Dialect.postgresql();
  private static final Dialect SQLITE = Dialect.sqlite(new Schema(List.of()));

  static Stream<Arguments> conditions() {
    return Stream.concat(logic(), values());
  }

  private static Stream<Arguments> logic() {
    return Stream.of(
        both(A1, "\"t\".\"a\" = ?"),
        both(new Comparison(Operator.NOT_EQUAL, A, B), "\"t\".\"a\" <> \"t\".\"b\""),
        both(new Comparison(Operator.LESS_OR_EQUAL, A, ONE), "\"t\".\"a\" <= ?"),
        both(new Comparison(Operator.GREATER, A, ONE), "\"t\".\"a\" > ?"),
        both(new Comparison(Operator.GREATER_OR_EQUAL, A, ONE), "\"t\".\"a\" >= ?"),
        both(new ColumnRef("t", "say \"hi\""), "\"t\".\"say \"\"hi\"\"\""),
        both(all(), "true"),
        both(any(), "false"),
        both(all(A1), "\"t\".\"a\" = ?"),
        both(all(A1, B1), "\"t\".\"a\" = ? and \"t\".\"b\" < ?"),
        both(any(A1, B1), "\"t\".\"a\" = ? or \"t\".\"b\" < ?"),
        both(all(A1, any(A1, B1)), "\"t\".\"a\" = ? and (\"t\".\"a\" = ? or \"t\".\"b\" < ?)"),
        both(any(A1, all(A1, B1)), "\"t\".\"a\" = ? or \"t\".\"a\" = ? and \"t\".\"b\" < ?"),
        both(all(A1, any(B1)), "\"t\".\"a\" = ? and \"t\".\"b\" < ?"),
        both(all(A1, any()), "\"t\".\"a\" = ? and false"),
        both(new Negation(A1), "not (\"t\".\"a\" = ?)"),
        both(new Negation(A), "not \"t\".\"a\""),
        both(new Negation(any(A1, B1)), "not (\"t\".\"a\" = ? or \"t\".\"b\" < ?)"),
        both(new Negation(new Negation(A1)), "not (not (\"t\".\"a\" = ?))"),
        both(all(new Negation(A1), B1), "not (\"t\".\"a\" = ?) and \"t\".\"b\" < ?"),
        both(new IsNull(A), "\"t\".\"a\" is null"),
        both(new Negation(new IsNull(A)), "\"t\".\"a\" is not null"),
        both(new IsNull(A1), "(\"t\".\"a\" = ?) is null"),
        both(
            new Comparison(Operator.EQUAL, new IsNull(A), new IsNull(B)),
            "(\"t\".\"a\" is null) = (\"t\".\"b\" is null)"));
  }

  private static Stream<Arguments> values() {
    return Stream.of(
        both(times(plus(A, ONE), B), "(\"t\".\"a\" + ?) * \"t\".\"b\""),
        both(plus(A, times(ONE, B)), "\"t\".\"a\" + ? * \"t\".\"b\""),
        both(minus(A, minus(B, ONE)), "\"t\".\"a\" - (\"t\".\"b\" - ?)"),
        both(minus(minus(A, B), ONE), "\"t\".\"a\" - \"t\".\"b\" - ?"),
        both(new Comparison(Operator.EQUAL, plus(A, ONE), B), "\"t\".\"a\" + ? = \"t\".\"b\""),
        both(new Function("lower", List.of(A)), "lower(\"t\".\"a\")"),
        both(new Function("count", List.of()), "count(*)"),
        both(new Function("coalesce", List.of(A, ONE)), "coalesce(\"t\".\"a\", ?)"),
        each(in(), "\"t\".\"a\" = any(?)", "\"t\".\"a\" in ()"),
        each(in(7), "\"t\".\"a\" = any(?)", "\"t\".\"a\" in (?)"),
        each(in(7, 8, 9), "\"t\".\"a\" = any(?)", "\"t\".\"a\" in (?, ?, ?, ?)"),
        each(new Negation(in(7, 8)), "\"t\".\"a\" <> all(?)", "\"t\".\"a\" not in (?, ?)"),
        each(
            new In(A, Collections.nCopies(257, 1), INT),
            "\"t\".\"a\" = any(?)",
            "\"t\".\"a\" in (select value from json_each(?))"),
        each(
            new In(A, Collections.nCopies(257, new byte[0]), new SqlType.Bytes()),
            "\"t\".\"a\" = any(?)",
            "\"t\".\"a\" in (select unhex(value) from json_each(?))"),
        each(like("x", false), "\"t\".\"a\" like ? escape '\\'", "\"t\".\"a\" glob ?"),
        each(like("x", true), "\"t\".\"a\" ilike ? escape '\\'", "\"t\".\"a\" like ? escape '\\'"),
        each(
            new Negation(like("x", false)),
            "\"t\".\"a\" not like ? escape '\\'",
            "\"t\".\"a\" not glob ?"));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void writesConditions(Node node, String postgresql, String sqlite) {
    var select = select(node, List.of(), Optional.empty(), 0);
    var prefix = "select \"t\".\"a\" from \"t\" where ";
    assertThat(POSTGRESQL.render(select).text()).isEqualTo(prefix + postgresql);
    assertThat(SQLITE.render(select).text()).isEqualTo(prefix + sqlite);
    for (var dialect : List.of(POSTGRESQL, SQLITE)) {
      var sql = dialect.render(select);
      assertThat(sql.binds()).hasSize((int) sql.text().chars().filter(c -> c == '?').count());
    }
  }

  @Test
  void bindsValuesInTheOrderOfTheirMarks() {
    var where = all(A1, in(2, 3, 4), B1);
    var select = select(where, List.of(), Optional.of(5L), 6);
    var one = new Sql.One(1, INT);
    assertThat(POSTGRESQL.render(select).binds())
        .containsExactly(one, new Sql.Many(List.of(2, 3, 4), INT), one, big(5), big(6));
    assertThat(SQLITE.render(select).binds())
        .containsExactly(
            one,
            new Sql.One(2, INT),
            new Sql.One(3, INT),
            new Sql.One(4, INT),
            new Sql.One(4, INT),
            one,
            big(5),
            big(6));
  }

  static Stream<Arguments> globs() {
    return Stream.of(
        Arguments.of("%a_b%", "*a?b*"),
        Arguments.of("100\\%", "100%"),
        Arguments.of("a\\_b\\\\c", "a_b\\c"),
        Arguments.of("*?[x]", "[*][?][[]x]"),
        Arguments.of("\\*", "[*]"),
        Arguments.of("", ""));
  }

  @ParameterizedTest
  @MethodSource("globs")
  void turnsPatternsIntoGlobsOnSqlite(String like, String glob) {
    var sql = SQLITE.render(select(like(like, false), List.of(), Optional.empty(), 0));
    assertThat(sql.binds()).containsExactly(new Sql.One(glob, TEXT));
  }

  @Test
  void rejectsAPatternThatEndsWithItsEscape() {
    var select = select(like("a\\", false), List.of(), Optional.empty(), 0);
    assertThatThrownBy(() -> SQLITE.render(select)).isInstanceOf(ValueRejected.class);
  }

  @Test
  void ordersNullsLastAndLimits() {
    var a = new NumberExpression.Computed<>(A, Type.INTEGER);
    var orders = List.of(new Order(a, false), new Order(a, true));
    var sql = select(A1, orders, Optional.of(5L), 2);
    assertThat(POSTGRESQL.render(sql).text())
        .endsWith(" order by \"t\".\"a\", \"t\".\"a\" desc limit ? offset ?");
    assertThat(SQLITE.render(sql).text())
        .endsWith(
            " order by \"t\".\"a\" nulls last, \"t\".\"a\" desc nulls first limit ? offset ?");
    var offset = select(A1, List.of(), Optional.empty(), 2);
    assertThat(POSTGRESQL.render(offset).text()).endsWith(" = ? offset ?");
    assertThat(SQLITE.render(offset).text()).endsWith(" = ? limit ? offset ?");
    assertThat(SQLITE.render(offset).binds()).contains(big(-1), big(2));
  }

  @Test
  void refusesToOrderNumbersThatSqliteKeepsAsText() {
    var wide = new SqlType.Numeric(30, 2);
    var less = new Comparison(Operator.LESS, A, new Bind(BigDecimal.ONE, wide));
    assertThatThrownBy(() -> SQLITE.render(select(less, List.of(), Optional.empty(), 0)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("[NumericOrder] numeric(30, 2): ");
    var order = new Order(new NumberExpression.Computed<>(A, Type.decimal(30, 2)), false);
    assertThatThrownBy(() -> SQLITE.render(select(A1, List.of(order), Optional.empty(), 0)))
        .isInstanceOf(UsageException.class);
    var equal = new Comparison(Operator.EQUAL, A, new Bind(BigDecimal.ONE, wide));
    assertThat(SQLITE.render(select(equal, List.of(), Optional.empty(), 0)).text()).endsWith("= ?");
  }

  @Test
  void insertsOneRow() {
    var insert = insert(1, List.of("id"), Optional.empty());
    var text = "insert into \"t\" (\"a\", \"b\") values (?, ?) returning \"t\".\"id\"";
    assertThat(POSTGRESQL.render(insert).text()).isEqualTo(text);
    assertThat(SQLITE.render(insert).text()).isEqualTo(text);
  }

  @Test
  void insertsManyRowsWithOneTextOnPostgresql() {
    var text =
        "insert into \"t\" (\"a\", \"b\") select c1, c2 from unnest(?::integer[], ?::text[])"
            + " with ordinality as r (c1, c2, n) order by n";
    var three = POSTGRESQL.render(insert(3, List.of(), Optional.empty()));
    assertThat(three.text()).isEqualTo(text);
    assertThat(POSTGRESQL.render(insert(2, List.of(), Optional.empty())).text()).isEqualTo(text);
    assertThat(three.binds())
        .containsExactly(
            new Sql.Many(List.of(0, 1, 2), INT), new Sql.Many(List.of("x", "x", "x"), TEXT));
    assertThat(SQLITE.render(insert(2, List.of(), Optional.empty())).text())
        .isEqualTo("insert into \"t\" (\"a\", \"b\") values (?, ?), (?, ?)");
  }

  @Test
  void insertsARowOfDefaults() {
    var insert =
        new Insert(
            "t",
            List.of(),
            List.of(),
            List.<Object[]>of(new Object[0]),
            List.of("id"),
            Optional.empty());
    for (var dialect : List.of(POSTGRESQL, SQLITE)) {
      assertThat(dialect.render(insert).text())
          .isEqualTo("insert into \"t\" default values returning \"t\".\"id\"");
      assertThat(dialect.insertLimit(0)).isEqualTo(1);
      assertThat(dialect.insertLimit(1_000) * 1_000).isBetween(1, 10_000_000);
    }
    assertThat(SQLITE.insertLimit(20_000)).isEqualTo(1);
  }

  @Test
  void saysWhatToDoOnConflict() {
    var nothing =
        insert(1, List.of(), Optional.of(new OnConflict(List.of("a"), List.of(), List.of())));
    var update =
        insert(
            1,
            List.of(),
            Optional.of(new OnConflict(List.of("a", "b"), List.of("b"), List.of("v"))));
    for (var dialect : List.of(POSTGRESQL, SQLITE)) {
      assertThat(dialect.render(nothing).text()).endsWith(" on conflict (\"a\") do nothing");
      assertThat(dialect.render(update).text())
          .endsWith(
              " on conflict (\"a\", \"b\") do update set \"b\" = excluded.\"b\","
                  + " \"v\" = \"t\".\"v\" + 1");
    }
  }

  @Test
  void updatesAndDeletes() {
    var update =
        new Update(
            "t",
            List.of(new Assignment("a", plus(A, ONE)), new Assignment("b", new Bind(null, TEXT))),
            Optional.of(A1),
            List.of("a"));
    var delete = new Delete("t", Optional.empty(), List.of());
    for (var dialect : List.of(POSTGRESQL, SQLITE)) {
      assertThat(dialect.render(update).text())
          .isEqualTo(
              "update \"t\" set \"a\" = \"t\".\"a\" + ?, \"b\" = ? where \"t\".\"a\" = ? returning \"t\".\"a\"");
      assertThat(dialect.render(delete).text()).isEqualTo("delete from \"t\"");
      assertThat(dialect.quote("a\"b")).isEqualTo("\"a\"\"b\"");
    }
  }

  private static Arguments both(Node node, String text) {
    return Arguments.of(node, text, text);
  }

  private static Arguments each(Node node, String postgresql, String sqlite) {
    return Arguments.of(node, postgresql, sqlite);
  }

  private static Node all(Node... terms) {
    return new Junction(true, List.of(terms));
  }

  private static Node any(Node... terms) {
    return new Junction(false, List.of(terms));
  }

  private static In in(Object... values) {
    return new In(A, List.of(values), INT);
  }

  private static Like like(String pattern, boolean ignoreCase) {
    return new Like(A, new Bind(pattern, TEXT), ignoreCase);
  }

  private static Node plus(Node left, Node right) {
    return new Arithmetic(ArithmeticOperator.PLUS, left, right);
  }

  private static Node minus(Node left, Node right) {
    return new Arithmetic(ArithmeticOperator.MINUS, left, right);
  }

  private static Node times(Node left, Node right) {
    return new Arithmetic(ArithmeticOperator.TIMES, left, right);
  }

  private static Sql.One big(long number) {
    return new Sql.One(number, new SqlType.BigInt());
  }

  private static Select select(Node where, List<Order> orders, Optional<Long> limit, long offset) {
    return new Select("t", List.of(A), Optional.of(where), orders, limit, offset);
  }

  private static Insert insert(int rows, List<String> returning, Optional<OnConflict> conflict) {
    var values = Stream.iterate(0, i -> i + 1).limit(rows).map(i -> new Object[] {i, "x"}).toList();
    return new Insert("t", List.of("a", "b"), List.of(INT, TEXT), values, returning, conflict);
  }
}
