package dev.ambix.dialect;

import dev.ambix.error.UsageException;
import dev.ambix.error.ValueRejected;
import dev.ambix.query.Node;
import dev.ambix.query.Node.ArrayOperator;
import dev.ambix.query.Node.ColumnRef;
import dev.ambix.query.Node.Operator;
import dev.ambix.query.Order;
import dev.ambix.query.Query;
import dev.ambix.schema.Schema;
import dev.ambix.schema.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// SQLite 3.41 and later.
///
/// A list is padded to a power of two, so that few texts serve most lengths; a long one is bound as
/// one JSON array, of hexadecimal digits where it holds bytes.
final class SqliteDialect implements Dialect, Grammar {
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final int MOST_VARIABLES = 32_766;
  private static final int MOST_ROWS = 128;
  private static final int LONGEST_LIST = 256;

  private final Set<ColumnRef> required;

  SqliteDialect(Schema schema) {
    required =
        schema.tables().stream()
            .flatMap(table ->
                table.columns().stream()
                    .filter(column -> !column.nullable())
                    .map(column -> new ColumnRef(table.name(), column.name())))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public Sql render(Statement statement, Map<String, Node> filters) {
    return Renderer.render(statement, this, filters);
  }

  @Override
  public int insertLimit(int columns) {
    return columns == 0 ? 1 : Math.clamp(MOST_VARIABLES / columns, 1, MOST_ROWS);
  }

  @Override
  public String quote(String identifier) {
    return Renderer.quote(identifier);
  }

  @Override
  public TableWriter tables() {
    return new TableWriter(new SqliteTables());
  }

  @Override
  public List<String> create(Schema schema) {
    return tables().create(schema);
  }

  @Override
  public List<String> drop(Schema schema) {
    return tables().drop(schema);
  }

  /// An upsert of one row, once for each block: RETURNING gives a row each time.
  @Override
  public Sql nextBlocks(String sequence, int increment, int blocks) {
    var text =
        "with recursive blocks(i) as (select 1 union all select i + 1 from blocks where i < ?)"
            + " insert into ambix_sequence (name, next) select ?, ? from blocks where true"
            + " on conflict (name) do update set next = next + ? returning next - ?";
    var step = new Sql.One(increment, new SqlType.Int());
    return new Sql(
        text,
        List.of(
            new Sql.One(blocks, new SqlType.Int()),
            new Sql.One(sequence, new SqlType.Text()),
            new Sql.One(increment + 1L, new SqlType.BigInt()),
            step,
            step));
  }

  @Override
  public boolean transactionalSequences() {
    return true;
  }

  @Override
  public void in(Renderer out, Node.In in, boolean negated) {
    out.operand(in.term()).text(negated ? " not in (" : " in (");
    var values = in.values();
    if (values.size() > LONGEST_LIST) {
      var value = in.type() instanceof SqlType.Bytes ? "unhex(value)" : "value";
      out.text("select " + value + " from json_each(").bind(Sql.Many.of(in)).text(")");
    } else if (!values.isEmpty()) {
      out.list(padded(values), value -> out.bind(value, in.type()));
    }
    out.text(")");
  }

  @Override
  public void in(Renderer out, Node.InTuples in, boolean negated) {
    out.text("(").list(in.terms(), out::operand).text(negated ? ") not in (" : ") in (");
    if (in.rows().isEmpty()) {
      out.text("select ").list(in.types(), _ -> out.text("null")).text(" where false");
    } else if (in.rows().size() * in.types().size() > LONGEST_LIST) {
      out.text("select ");
      for (int i = 0; i < in.types().size(); i++) {
        var value = "value ->> " + i;
        out.text(i == 0 ? "" : ", ")
            .text(in.types().get(i) instanceof SqlType.Bytes ? "unhex(" + value + ")" : value);
      }
      out.text(" from json_each(").bind(rowsOf(in)).text(")");
    } else {
      out.text("values ").list(padded(in.rows()), row -> tuple(out, row, in.types()));
    }
    out.text(")");
  }

  private static void tuple(Renderer out, List<Object> row, List<SqlType> types) {
    out.text("(");
    for (int i = 0; i < row.size(); i++) {
      out.text(i == 0 ? "" : ", ").bind(row.get(i), types.get(i));
    }
    out.text(")");
  }

  /// Rows as an array of arrays.
  private static Sql.Many rowsOf(Node.InTuples in) {
    var rows = new ArrayList<@Nullable Object>(in.rows().size());
    for (var row : in.rows()) {
      var binds = new ArrayList<Sql.One>(row.size());
      for (int i = 0; i < row.size(); i++) {
        binds.add(new Sql.One(row.get(i), in.types().get(i)));
      }
      rows.add(binds);
    }
    return new Sql.Many(rows, new SqlType.Text());
  }

  /// The list with its last element again and again, up to a length that is a power of two.
  private static <T> List<T> padded(List<T> list) {
    int length = Math.max(1, Integer.highestOneBit(list.size() * 2 - 1));
    var padded = new ArrayList<T>(list);
    padded.addAll(Collections.nCopies(length - list.size(), list.getLast()));
    return padded;
  }

  /// LIKE folds case here and GLOB does not, so where case counts the pattern becomes one of GLOB.
  @Override
  public void like(Renderer out, Node.Like like, boolean negated) {
    out.operand(like.term()).text(negated ? " not" : "");
    if (!(like.pattern() instanceof Node.Bind bind) || !(bind.value() instanceof String pattern)) {
      throw new IllegalArgumentException("LIKE: got a pattern that is no bound text, expected one");
    }
    var glob = glob(pattern);
    if (like.ignoreCase()) {
      out.text(" like ").bind(pattern, bind.type()).text(" escape '\\'");
    } else {
      out.text(" glob ").bind(glob, bind.type());
    }
  }

  @Override
  public void comparison(Renderer out, Node.Comparison comparison) {
    if (comparison.operator() != Operator.EQUAL && comparison.operator() != Operator.NOT_EQUAL) {
      requireOrder(comparison.left());
      requireOrder(comparison.right());
    }
    out.operand(comparison.left()).text(Renderer.symbol(comparison.operator()));
    out.operand(comparison.right());
  }

  /// A number in the path is the position in an array.
  @Override
  public void json(Renderer out, Node.JsonPath json) {
    var path = new StringBuilder("$");
    for (var step : json.path()) {
      path.append(INDEX.matcher(step).matches() ? "[" + step + "]" : ".\"" + step + "\"");
    }
    out.text("json_extract(").operand(json.term());
    out.text(", " + Literals.text(path.toString()) + ")");
  }

  /// Of NULL nothing is known, as on other engines.
  @Override
  public void array(Renderer out, Node.ArrayOp array) {
    if (array.operator() == ArrayOperator.LENGTH) {
      out.text("json_array_length(").operand(array.term()).text(")");
      return;
    }
    boolean all = array.operator() == ArrayOperator.CONTAINS_ALL;
    out.text("case when ").operand(array.term()).text(" is not null then ");
    out.text(all ? "not exists" : "exists").text(" (select 1 from json_each(");
    out.bind(array.values(), array.type()).text(") where value ");
    out.text(all ? "not in" : "in").text(" (select value from json_each(");
    out.operand(array.term()).text("))) end");
  }

  @Override
  public void requireExact(Node.Arithmetic arithmetic) {
    requireOrder(arithmetic.left());
    requireOrder(arithmetic.right());
  }

  @Override
  public void same(Renderer out, Node.Same same, boolean negated) {
    out.operand(same.left()).text(negated ? " is not " : " is ").operand(same.right());
  }

  @Override
  public FunctionGrammar functions() {
    return new SqliteFunctions();
  }

  @Override
  public void lateral(Renderer out) {
    throw new UsageException(
        "LateralJoin",
        "query: SQLite has no lateral joins; got one, expected a query that names only its own rows."
            + " Use a subquery as a value, or PostgreSQL.");
  }

  /// A place for NULLs keeps all but the first column of an index from ordering, so a column that
  /// has none gets none.
  @Override
  public void order(Renderer out, Order order, int position) {
    requireOrder(order.expression().type().sqlType());
    var node = order.expression().node();
    out.position(order, position).text(order.descending() ? " desc" : "");
    if (position > 0 || !(node instanceof ColumnRef column && isRequired(column, out.scope()))) {
      out.text(order.descending() ? " nulls first" : " nulls last");
    }
  }

  private boolean isRequired(ColumnRef column, Scope scope) {
    var rows = scope.rows(column.origin());
    return !rows.optional() && required.contains(new ColumnRef(rows.table(), column.column()));
  }

  @Override
  public void rows(Renderer out, Statement.Insert insert) {
    out.text(" values ")
        .list(
            insert.rows(),
            row -> {
              out.text("(");
              for (int i = 0; i < row.length; i++) {
                out.text(i == 0 ? "" : ", ").bind(row[i], insert.types().get(i));
              }
              out.text(")");
            });
  }

  /// An OFFSET needs a LIMIT here; a negative one is none. A transaction that writes has the whole
  /// database to itself.
  @Override
  public void lock(Renderer out, Query.Lock.Wait wait, List<String> of) {}

  @Override
  public void page(Renderer out, Query query) {
    if (query.limit().isEmpty() && query.offset() == 0) {
      return;
    }
    out.text(" limit ").bind(query.limit().orElse(-1L), new SqlType.BigInt());
    if (query.offset() > 0) {
      out.text(" offset ").bind(query.offset(), new SqlType.BigInt());
    }
  }

  private static String glob(String like) {
    var glob = new StringBuilder(like.length() + 8);
    for (int i = 0; i < like.length(); i++) {
      char c = like.charAt(i);
      switch (c) {
        case '%' -> glob.append('*');
        case '_' -> glob.append('?');
        case '\\' -> {
          if (++i == like.length()) {
            throw new ValueRejected("", "", "a LIKE pattern ends with its escape character", null);
          }
          literal(glob, like.charAt(i));
        }
        default -> literal(glob, c);
      }
    }
    return glob.toString();
  }

  private static void literal(StringBuilder glob, char c) {
    if (c == '*' || c == '?' || c == '[') {
      glob.append('[').append(c).append(']');
    } else {
      glob.append(c);
    }
  }

  private static void requireOrder(Node node) {
    if (node instanceof Node.Bind bind) {
      requireOrder(bind.type());
    }
  }

  /// A number of many digits is stored as text, whose order is another one.
  static void requireOrder(SqlType type) {
    if (type instanceof SqlType.Numeric numeric && SqliteTables.isText(numeric)) {
      throw new UsageException(
          "NumericOrder",
          "numeric("
              + numeric.precision()
              + ", "
              + numeric.scale()
              + "): SQLite can neither order it nor compute with it;"
              + " got more than "
              + SqliteTables.EXACT_DIGITS
              + " digits, which it keeps as text."
              + " Use fewer digits, or PostgreSQL.");
    }
  }
}
