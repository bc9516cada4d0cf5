package dev.ambix.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ambix.dialect.Sql;
import dev.ambix.dialect.Statement;
import dev.ambix.dialect.Statement.Insert;
import dev.ambix.dialect.Statement.OnConflict;
import dev.ambix.dialect.Statement.Select;
import dev.ambix.driver.Driver;
import dev.ambix.driver.Driver.Access;
import dev.ambix.driver.Link;
import dev.ambix.error.UsageException;
import dev.ambix.query.Node;
import dev.ambix.query.Node.Bind;
import dev.ambix.query.Node.ColumnRef;
import dev.ambix.query.Order;
import dev.ambix.query.TextExpression;
import dev.ambix.schema.Column;
import dev.ambix.schema.Default;
import dev.ambix.schema.ForeignKey;
import dev.ambix.schema.OnDelete;
import dev.ambix.schema.PrimaryKey;
import dev.ambix.schema.Schema;
import dev.ambix.schema.SqlType;
import dev.ambix.schema.Table;
import dev.ambix.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the text of the dialects means to the engines.
class SqlTest {
  private static final List<String> DEFAULTS =
      List.of(
          "true",
          "-1",
          "2",
          "3",
          "1.5",
          "-2.5e10",
          "12.5",
          "12.5",
          "it's",
          "\\ 'x'",
          "00ff27",
          "0197B1A0-0000-7000-8000-00000000000A",
          "2026-11-25",
          "13:00",
          "2026-11-25T13:00",
          "2026-11-25T13:00:00Z",
          "OPEN");

  private static final Node NAME = new ColumnRef("users", "username");

  @ParameterizedTest
  @EnumSource
  void matchesPatternsWithRegardToCaseUnlessToldOtherwise(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      insert(driver, "Ann", "ann", "a%n", "a_n", "a*n", "a[n", "a\\n", "ä😀n");
      assertThat(like(driver, "a%", false))
          .containsExactly("ann", "a%n", "a_n", "a*n", "a[n", "a\\n");
      assertThat(like(driver, "A%", false)).containsExactly("Ann");
      assertThat(like(driver, "aN%", true)).containsExactly("Ann", "ann");
      assertThat(like(driver, "a\\%n", false)).containsExactly("a%n");
      assertThat(like(driver, "a\\_n", true)).containsExactly("a_n");
      assertThat(like(driver, "a*n", false)).containsExactly("a*n");
      assertThat(like(driver, "a[n", false)).containsExactly("a[n");
      assertThat(like(driver, "a\\\\n", false)).containsExactly("a\\n");
      assertThat(like(driver, "__n", false)).contains("Ann", "a*n", "ä😀n").hasSize(8);
      assertThat(like(driver, "_😀_", false)).containsExactly("ä😀n");
      assertThat(like(driver, "", false)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ordersNullsLastAndFirstInReverse(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      insert(driver, "a", "b");
      Engine.write(
          driver,
          link -> link.execute(Sql.of("insert into users (username, email) values ('c', 'x')")));
      var email = new TextExpression.Computed(new ColumnRef("users", "email"), Type.TEXT);
      var name = new TextExpression.Computed(NAME, Type.TEXT);
      var up = select(Optional.empty(), List.of(new Order(email, false), new Order(name, false)));
      assertThat(names(driver, up)).containsExactly("c", "a", "b");
      var down = select(Optional.empty(), List.of(new Order(email, true), new Order(name, true)));
      assertThat(names(driver, down)).containsExactly("b", "a", "c");
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesIdsBackInTheOrderOfTheRows(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      int rows = driver.dialect().insertLimit(1);
      var ids =
          insert(driver, IntStream.range(0, rows).mapToObj(i -> "u" + i).toArray(String[]::new));
      assertThat(ids).hasSize(rows).isSorted().doesNotHaveDuplicates();
      var last =
          new Node.Comparison(
              Node.Operator.EQUAL,
              new ColumnRef("users", "id"),
              new Bind(ids.getLast(), new SqlType.BigInt()));
      assertThat(names(driver, select(Optional.of(last), List.of())))
          .containsExactly("u" + (rows - 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void insertsOrUpdates(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      insert(driver, "ann");
      var key = List.of("username");
      var types = List.<SqlType>of(new SqlType.Varchar(20), new SqlType.Int());
      for (var update : List.of(List.<String>of(), List.of("age"))) {
        var rows = List.of(new Object[] {"ann", 40}, new Object[] {"bob", 41});
        var upsert =
            new Insert(
                "users",
                List.of("username", "age"),
                types,
                rows,
                List.of(),
                Optional.of(new OnConflict(key, update, List.of())));
        Engine.write(driver, link -> link.execute(driver.dialect().render(upsert)));
        assertThat(
                Engine.<Long>read(
                    driver,
                    link -> Engine.number(link, "select age from users where username = 'ann'")))
            .isEqualTo(update.isEmpty() ? 18L : 40L);
      }
      assertThat(
              Engine.<Long>read(driver, link -> Engine.number(link, "select count(*) from users")))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void handsOutBlocksOfNumbers(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "");
        var link = Engine.acquire(driver, Access.WRITE)) {
      var three = driver.dialect().nextBlocks("users_numbers", 50, 3);
      assertThat(numbers(link, three)).containsExactly(1L, 51L, 101L);
      assertThat(numbers(link, driver.dialect().nextBlocks("users_numbers", 50, 1)))
          .containsExactly(151L);
      link.begin("", false);
      numbers(link, three);
      link.rollback();
      long next = driver.dialect().transactionalSequences() ? 201 : 351;
      assertThat(numbers(link, driver.dialect().nextBlocks("users_numbers", 50, 1)))
          .containsExactly(next);
    }
  }

  @ParameterizedTest
  @EnumSource
  void makesAndDropsTablesThatReferToEachOtherAsOftenAsAsked(Engine engine) {
    var schema = new Schema(List.of(cyclic("left", "right"), cyclic("right", "left")));
    try (var driver = engine.open(schema, "")) {
      Engine.write(
          driver,
          link -> driver.dialect().create(schema).forEach(text -> link.execute(Sql.of(text))));
      Engine.write(
          driver,
          link -> {
            link.execute(Sql.of("insert into \"left\" (id, other) values (1, 2)"));
            link.execute(Sql.of("insert into \"right\" (id, other) values (2, 1)"));
          });
      assertThatThrownBy(
              () -> Engine.write(driver, link -> link.execute(Sql.of("delete from \"left\""))))
          .hasMessageStartingWith("[ForeignKeyViolation]");
      for (int i = 0; i < 2; i++) {
        Engine.write(
            driver,
            link -> driver.dialect().drop(schema).forEach(text -> link.execute(Sql.of(text))));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void fillsInDefaultsOfEveryType(Engine engine) {
    var schema = new Schema(List.of(defaulted()));
    try (var driver = engine.open(schema, "")) {
      var insert =
          new Insert(
              "defaulted",
              List.of(),
              List.of(),
              List.<Object[]>of(new Object[0]),
              List.of("c0", "c7", "c9", "c10", "c11", "c15", "at"),
              Optional.empty());
      Engine.write(
          driver,
          link ->
              link.query(
                  driver.dialect().render(insert),
                  rows -> {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getBoolean(0)).isTrue();
                    assertThat(rows.getBigDecimal(1)).isEqualByComparingTo("12.5");
                    assertThat(rows.getString(2)).isEqualTo("\\ 'x'");
                    assertThat(rows.getBytes(3)).containsExactly(0, 255, 39);
                    assertThat(rows.getUuid(4)).hasToString("0197b1a0-0000-7000-8000-00000000000a");
                    assertThat(rows.getInstant(5)).isEqualTo("2026-11-25T13:00:00Z");
                    assertThat(rows.getInstant(6)).isNotNull();
                    assertThat(rows.labels()).startsWith("c0", "c7");
                    return true;
                  }));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesADefaultThatIsNoValueOfItsType(Engine engine) {
    var column =
        new Column("n", new SqlType.Int(), false, Optional.of(new Default.Literal("many")), false);
    var table = table("t", List.of(Tables.identity("id"), column), List.of());
    assertThatThrownBy(() -> engine.open(new Schema(List.of(table)), ""))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("[BadDefault] column n: ");
  }

  @ParameterizedTest
  @EnumSource
  void runsAStatementWhileAnotherOneOfTheSameTextIsOpen(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "");
        var link = Engine.acquire(driver, Access.WRITE)) {
      link.begin("", false);
      var text =
          new Sql(
              "select id from users where id > ? order by id",
              List.of(new Sql.One(0, new SqlType.Int())));
      link.execute(Sql.of("insert into users (username) values ('a'), ('b'), ('c')"));
      var seen = new ArrayList<Long>();
      link.query(
          text,
          outer -> {
            while (outer.next()) {
              seen.add(outer.getLong(0));
              seen.addAll(numbers(link, text));
            }
            return true;
          });
      assertThat(seen).containsExactly(1L, 1L, 2L, 3L, 2L, 1L, 2L, 3L, 3L, 1L, 2L, 3L);
      link.commit();
    }
  }

  private static Table defaulted() {
    var columns = new ArrayList<Column>();
    columns.add(Tables.identity("id"));
    for (int i = 0; i < DEFAULTS.size(); i++) {
      var value = new Default.Literal(DEFAULTS.get(i));
      columns.add(new Column("c" + i, Tables.TYPES.get(i), false, Optional.of(value), false));
    }
    var now = new Default.Sql("current_timestamp");
    columns.add(new Column("at", new SqlType.TimestampTz(), false, Optional.of(now), false));
    return table("defaulted", columns, List.of());
  }

  private static Table table(String name, List<Column> columns, List<ForeignKey> foreignKeys) {
    return new Table(
        name,
        columns,
        new PrimaryKey("pk_" + name, List.of("id")),
        List.of(),
        foreignKeys,
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Table cyclic(String name, String other) {
    return new Table(
        name,
        List.of(
            Tables.column("id", new SqlType.BigInt()),
            Tables.nullable("other", new SqlType.BigInt())),
        new PrimaryKey("pk_" + name, List.of("id")),
        List.of(),
        List.of(
            new ForeignKey(
                "fk_" + name, List.of("other"), other, List.of("id"), OnDelete.NO_ACTION, true)),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static List<Long> insert(Driver driver, String... names) {
    var rows = new ArrayList<Object[]>();
    for (var name : names) {
      rows.add(new Object[] {name});
    }
    var insert =
        new Insert(
            "users",
            List.of("username"),
            List.of(new SqlType.Varchar(20)),
            rows,
            List.of("id"),
            Optional.empty());
    var ids = new ArrayList<Long>();
    Engine.write(driver, link -> ids.addAll(numbers(link, driver.dialect().render(insert))));
    return ids;
  }

  private static List<String> like(Driver driver, String pattern, boolean ignoreCase) {
    var like = new Node.Like(NAME, new Bind(pattern, new SqlType.Text()), ignoreCase);
    var id = new TextExpression.Computed(new ColumnRef("users", "id"), Type.TEXT);
    return names(driver, select(Optional.of(like), List.of(new Order(id, false))));
  }

  private static Statement select(Optional<Node> where, List<Order> orders) {
    return new Select("users", List.of(NAME), where, orders, Optional.empty(), 0);
  }

  private static List<String> names(Driver driver, Statement select) {
    return Engine.read(
        driver,
        link ->
            link.query(
                driver.dialect().render(select),
                rows -> {
                  var names = new ArrayList<String>();
                  while (rows.next()) {
                    names.add(rows.getString(0));
                  }
                  return names;
                }));
  }

  private static List<Long> numbers(Link link, Sql sql) {
    return link.query(
        sql,
        rows -> {
          var numbers = new ArrayList<Long>();
          while (rows.next()) {
            numbers.add(rows.getLong(0));
          }
          return numbers;
        });
  }
}
