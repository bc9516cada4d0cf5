package dev.ambix.dialect;

import dev.ambix.query.Node;
import dev.ambix.query.Order;
import dev.ambix.query.Query;
import dev.ambix.schema.Schema;
import dev.ambix.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// PostgreSQL 13 and later. Lists and rows are bound as arrays, so that one text, and so one
/// prepared statement, serves every number of them.
final class PostgresDialect implements Dialect, Grammar {
  private static final int MOST_ROWS = 5_000;

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public Sql render(Statement statement, Map<String, Node> filters) {
    return Renderer.render(statement, this, filters);
  }

  @Override
  public int insertLimit(int columns) {
    return columns == 0 ? 1 : MOST_ROWS;
  }

  @Override
  public String quote(String identifier) {
    return Renderer.quote(identifier);
  }

  @Override
  public TableWriter tables() {
    return new TableWriter(new PostgresTables());
  }

  @Override
  public List<String> create(Schema schema) {
    return tables().create(schema);
  }

  @Override
  public List<String> drop(Schema schema) {
    return tables().drop(schema);
  }

  @Override
  public Sql nextBlocks(String sequence, int increment, int blocks) {
    return new Sql(
        "select nextval(" + Literals.text(quote(sequence)) + ") from generate_series(1, ?)",
        List.of(new Sql.One(blocks, new SqlType.Int())));
  }

  @Override
  public boolean transactionalSequences() {
    return false;
  }

  @Override
  public void in(Renderer out, Node.In in, boolean negated) {
    if (in.type() instanceof SqlType.Array) {
      arrays(out, in, negated);
      return;
    }
    out.operand(in.term()).text(negated ? " <> all(" : " = any(");
    out.bind(Sql.Many.of(in)).text(castOfTexts(in.type()) + ")");
  }

  /// Arrays of one array type need not have one length, as the rows of an array would.
  private static void arrays(Renderer out, Node.In in, boolean negated) {
    if (in.values().isEmpty()) {
      out.text(negated ? "true" : "false");
      return;
    }
    out.operand(in.term()).text(negated ? " not in (" : " in (");
    out.list(in.values(), value -> out.bind(value, in.type())).text(")");
  }

  /// What is bound as an array of texts becomes an array of what the texts stand for.
  private static String castOfTexts(SqlType type) {
    return type instanceof SqlType.Json || type instanceof SqlType.NativeEnum
        ? "::" + PostgresTables.typeName(type) + "[]"
        : "";
  }

  /// A path into JSON; a number in it is the position in an array.
  @Override
  public void json(Renderer out, Node.JsonPath json) {
    var text = json.as() instanceof SqlType.Text || json.as() instanceof SqlType.Varchar;
    out.text(text ? "(" : "cast(").operand(json.term()).text(" #>> array[");
    out.list(json.path(), step -> out.text(Literals.text(step))).text("]");
    out.text(text ? ")" : " as " + PostgresTables.typeName(json.as()) + ")");
  }

  @Override
  public void array(Renderer out, Node.ArrayOp array) {
    switch (array.operator()) {
      case CONTAINS_ALL -> arrays(out, array, " @> ");
      case OVERLAPS -> arrays(out, array, " && ");
      case LENGTH -> out.text("cardinality(").operand(array.term()).text(")");
    }
  }

  private static void arrays(Renderer out, Node.ArrayOp array, String operator) {
    out.operand(array.term()).text(operator);
    out.bind(array.values(), array.type()).text("::" + PostgresTables.typeName(array.type()));
  }

  @Override
  public void in(Renderer out, Node.InTuples in, boolean negated) {
    out.text("(").list(in.terms(), out::operand);
    out.text(negated ? ") not in (select * from unnest(" : ") in (select * from unnest(");
    for (int i = 0; i < in.types().size(); i++) {
      var type = in.types().get(i);
      out.text(i == 0 ? "" : ", ").bind(Sql.Many.of(in.rows(), i, type));
      out.text("::" + PostgresTables.elementName(element(type)) + "[]");
    }
    out.text("))");
  }

  @Override
  public void like(Renderer out, Node.Like like, boolean negated) {
    out.operand(like.term())
        .text(negated ? " not" : "")
        .text(like.ignoreCase() ? " ilike " : " like ");
    out.operand(like.pattern()).text(" escape '\\'");
  }

  @Override
  public void comparison(Renderer out, Node.Comparison comparison) {
    out.operand(comparison.left()).text(Renderer.symbol(comparison.operator()));
    out.operand(comparison.right());
  }

  @Override
  public void same(Renderer out, Node.Same same, boolean negated) {
    out.operand(same.left()).text(negated ? " is distinct from " : " is not distinct from ");
    out.operand(same.right());
  }

  @Override
  public FunctionGrammar functions() {
    return new PostgresFunctions();
  }

  @Override
  public void requireExact(Node.Arithmetic arithmetic) {
    // All numbers are.
  }

  /// NULLs stand where the contract wants them by default here.
  @Override
  public void order(Renderer out, Order order, int position) {
    out.position(order, position).text(order.descending() ? " desc" : "");
  }

  @Override
  public void lateral(Renderer out) {
    out.text("lateral ");
  }

  @Override
  public void rows(Renderer out, Statement.Insert insert) {
    if (insert.rows().size() == 1) {
      var row = insert.rows().getFirst();
      out.text(" values (");
      for (int i = 0; i < row.length; i++) {
        out.text(i == 0 ? "" : ", ").bind(row[i], insert.types().get(i));
      }
      out.text(")");
      return;
    }
    var names = new ArrayList<String>();
    insert.types().forEach(_ -> names.add("c" + (names.size() + 1)));
    var aliases = String.join(", ", names);
    var selected =
        IntStream.range(0, names.size())
            .mapToObj(i -> names.get(i) + cast(insert.types().get(i)))
            .collect(Collectors.joining(", "));
    out.text(" select " + selected + " from unnest(");
    for (int i = 0; i < names.size(); i++) {
      var type = insert.types().get(i);
      out.text(i == 0 ? "" : ", ").bind(new Sql.Many(column(insert.rows(), i), type));
      out.text("::" + PostgresTables.elementName(element(type)) + "[]");
    }
    out.text(") with ordinality as r (" + aliases + ", n) order by n");
  }

  @Override
  public void lock(Renderer out, Query.Lock.Wait wait, List<String> of) {
    out.text(" for update");
    if (!of.isEmpty()) {
      out.text(" of ").list(of, out::name);
    }
    out.text(
        switch (wait) {
          case WAIT -> "";
          case NOWAIT -> " nowait";
          case SKIP_LOCKED -> " skip locked";
        });
  }

  @Override
  public void page(Renderer out, Query query) {
    query.limit().ifPresent(limit -> out.text(" limit ").bind(limit, new SqlType.BigInt()));
    if (query.offset() > 0) {
      out.text(" offset ").bind(query.offset(), new SqlType.BigInt());
    }
  }

  /// UNNEST takes an array of arrays apart, so arrays go as texts.
  private static SqlType element(SqlType type) {
    return type instanceof SqlType.Array ? new SqlType.Text() : type;
  }

  private static String cast(SqlType type) {
    return type instanceof SqlType.Array ? "::" + PostgresTables.typeName(type) : "";
  }

  private static List<@Nullable Object> column(List<@Nullable Object[]> rows, int index) {
    var values = new ArrayList<@Nullable Object>(rows.size());
    for (var row : rows) {
      values.add(row[index]);
    }
    return values;
  }
}
