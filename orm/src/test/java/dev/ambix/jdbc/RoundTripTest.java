package dev.ambix.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ambix.dialect.Sql;
import dev.ambix.dialect.Statement.Insert;
import dev.ambix.dialect.Statement.Select;
import dev.ambix.driver.Rows;
import dev.ambix.query.Node;
import dev.ambix.schema.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
  private static final Object[] LEAST = {
    false,
    -32768,
    Integer.MIN_VALUE,
    Long.MIN_VALUE,
    -Float.MAX_VALUE,
    -Double.MAX_VALUE,
    new BigDecimal("-99999999999.9999"),
    new BigDecimal("-9999999999999999999999999999.9999999999"),
    "",
    "",
    new byte[0],
    new UUID(0, 0),
    LocalDate.of(0, 1, 1),
    LocalTime.MIDNIGHT,
    LocalDateTime.of(0, 1, 1, 0, 0),
    Instant.parse("0000-01-01T00:00:00Z"),
    "OPEN"
  };
  private static final Object[] GREATEST = {
    true,
    32767,
    Integer.MAX_VALUE,
    Long.MAX_VALUE,
    Float.MAX_VALUE,
    Double.MAX_VALUE,
    new BigDecimal("99999999999.9999"),
    new BigDecimal("9999999999999999999999999999.9999999999"),
    "😀".repeat(20),
    "it's \"all\" \\ % _ {} ? \n\t\u0001 ß 漢字 😀 \uFFFF",
    new byte[] {0, -1, 127, 39, 92},
    new UUID(-1, -1),
    LocalDate.of(9999, 12, 31),
    LocalTime.of(23, 59, 59, 999_999_000),
    LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
    Instant.parse("9999-12-31T23:59:59.999999Z"),
    "CLOSED"
  };
  private static final Object[] SMALL = {
    true,
    0,
    0,
    0L,
    Float.MIN_VALUE,
    Double.MIN_VALUE,
    new BigDecimal("0.0001"),
    new BigDecimal("0.0000000001"),
    "a",
    "NULL",
    new byte[] {0},
    UUID.fromString("0197b1a0-0000-7000-8000-00000000000a"),
    LocalDate.of(1970, 1, 1),
    LocalTime.of(12, 0),
    LocalDateTime.of(1969, 12, 31, 23, 59, 59, 1_000),
    Instant.parse("1969-12-31T23:59:59.999999Z"),
    "OPEN"
  };
  private static final Object[] NULLS = new Object[Tables.TYPES.size()];
  private static final Object[] INFINITE = infinite();

  private static Object[] infinite() {
    var row = SMALL.clone();
    row[4] = Float.NEGATIVE_INFINITY;
    row[5] = Double.POSITIVE_INFINITY;
    return row;
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryValueOfEveryType(Engine engine) {
    var rows = List.<Object[]>of(LEAST, GREATEST, SMALL, NULLS, INFINITE);
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      // One by one, and often enough for pgjdbc to turn to its binary formats; then all at once.
      for (int i = 0; i < 8; i++) {
        for (var row : rows) {
          Engine.write(
              driver,
              link ->
                  link.query(driver.dialect().render(insert(List.<Object[]>of(row))), Rows::next));
          assertThat(read(driver.dialect().render(select(true)), driver))
              .last()
              .isEqualTo(boxed(row));
        }
      }
      Engine.write(driver, link -> link.query(driver.dialect().render(insert(rows)), Rows::next));
      var all = read(driver.dialect().render(select(false)), driver);
      assertThat(all.subList(40, 45)).isEqualTo(rows.stream().map(RoundTripTest::boxed).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsValuesOfEveryTypeInShortAndLongLists(Engine engine) {
    try (var driver = engine.open(Tables.SCHEMA, "")) {
      Engine.write(
          driver,
          link ->
              link.query(driver.dialect().render(insert(List.<Object[]>of(GREATEST))), Rows::next));
      for (int i = 0; i < Tables.TYPES.size(); i++) {
        for (int size : new int[] {1, 3, 300}) {
          var values = new ArrayList<Object>();
          for (int j = 0; j < size - 1; j++) {
            values.add(java.util.Objects.requireNonNull(SMALL[i]));
          }
          values.add(java.util.Objects.requireNonNull(GREATEST[i]));
          var column = Tables.typeColumns().get(i);
          var type = Tables.TYPES.get(i);
          var term = new Node.ColumnRef("things", column);
          var found = where(driver.dialect()::render, new Node.In(term, values, type));
          assertThat(read(found, driver)).as("%s in %d", type, size).hasSize(1);
          var rest =
              where(driver.dialect()::render, new Node.Negation(new Node.In(term, values, type)));
          assertThat(read(rest, driver)).as("%s not in %d", type, size).isEmpty();
        }
      }
    }
  }

  private static Sql where(
      java.util.function.Function<dev.ambix.dialect.Statement, Sql> dialect, Node where) {
    return dialect.apply(
        new Select("things", columns(), Optional.of(where), List.of(), Optional.empty(), 0));
  }

  private static Insert insert(List<Object[]> rows) {
    return new Insert(
        "things", Tables.typeColumns(), Tables.TYPES, rows, List.of("id"), Optional.empty());
  }

  private static Select select(boolean last) {
    var id = new Node.ColumnRef("things", "id");
    var newest =
        new Node.Comparison(Node.Operator.GREATER, id, new Node.Bind(0L, new SqlType.BigInt()));
    return new Select(
        "things",
        columns(),
        Optional.of(newest),
        List.of(),
        Optional.of(last ? 1000L : 10_000L),
        0);
  }

  private static List<Node> columns() {
    return Tables.typeColumns().stream()
        .map(name -> (Node) new Node.ColumnRef("things", name))
        .toList();
  }

  private static List<List<Object>> read(Sql sql, dev.ambix.driver.Driver driver) {
    return Engine.read(
        driver,
        link ->
            link.query(
                sql,
                rows -> {
                  var all = new ArrayList<List<Object>>();
                  while (rows.next()) {
                    all.add(row(rows));
                  }
                  return all;
                }));
  }

  private static List<Object> row(Rows rows) {
    var values = new ArrayList<Object>();
    for (int i = 0; i < Tables.TYPES.size(); i++) {
      values.add(rows.isNull(i) ? null : boxed(value(rows, i, Tables.TYPES.get(i))));
    }
    return values;
  }

  private static Object value(Rows rows, int i, SqlType type) {
    return switch (type) {
      case SqlType.Bool _ -> rows.getBoolean(i);
      case SqlType.SmallInt _, SqlType.Int _ -> rows.getInt(i);
      case SqlType.BigInt _ -> rows.getLong(i);
      case SqlType.Real _ -> rows.getFloat(i);
      case SqlType.DoublePrecision _ -> rows.getDouble(i);
      case SqlType.Numeric numeric -> {
        var number = rows.getBigDecimal(i);
        yield number == null ? null : number.setScale(numeric.scale());
      }
      case SqlType.Varchar _,
          SqlType.Text _,
          SqlType.Enumeration _,
          SqlType.NativeEnum _,
          SqlType.Json _ ->
          rows.getString(i);
      case SqlType.Array array -> rows.getList(i, array.element());
      case SqlType.Bytes _ -> rows.getBytes(i);
      case SqlType.Uuid _ -> rows.getUuid(i);
      case SqlType.Date _ -> rows.getLocalDate(i);
      case SqlType.Time _ -> rows.getLocalTime(i);
      case SqlType.Timestamp _ -> rows.getLocalDateTime(i);
      case SqlType.TimestampTz _ -> rows.getInstant(i);
      case SqlType.Spelled spelled -> throw new IllegalArgumentException("no value is " + spelled);
    };
  }

  private static List<Object> boxed(Object[] row) {
    return Arrays.stream(row).map(RoundTripTest::boxed).toList();
  }

  private static Object boxed(Object value) {
    return value instanceof byte[] bytes ? Arrays.toString(bytes) : value;
  }
}
